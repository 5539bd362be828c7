import type { Element, Nodes, Root } from 'hast';
import type { Lesson, Section } from '#content/lesson.ts';

/** All that Markdown without HTML, pictures and footnotes makes, with the attributes that each may have. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'dataLesson', 'dataStep'],
  code: ['className'],
  input: ['checked', 'disabled', 'type'],
  li: ['className'],
  ol: ['className', 'start'],
  span: ['className'],
  td: ['align'],
  th: ['align'],
  ul: ['className'],
  ...Object.fromEntries(
    'blockquote br del em h3 h4 h5 h6 hr p pre strong table tbody thead tr'.split(' ').map((name) => [name, []]),
  ),
};

/** Everything of a lesson that is shown as elements. */
export function treesOf({ introduction, steps }: Lesson): readonly Root[] {
  const solutions = steps.flatMap(({ solution }) => (solution === null ? [] : [solution.highlighted]));
  return [...[introduction, ...steps].flatMap(blockTrees), ...steps.flatMap(({ hints }) => hints), ...solutions];
}

function blockTrees({ blocks }: Section): readonly Root[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'prose') return [block.content];
    if (block.kind === 'try') return [block.highlighted];
    if (block.kind === 'lab' || block.kind === 'table-lab') return [];
    return [block.quiz.ask, ...block.quiz.options.flatMap(({ text, why }) => [text, why])];
  });
}

/** What of a tree could run, load or restyle something, or lead where no lesson may; empty when it is safe to show. */
export function unsafeParts(node: Nodes): readonly string[] {
  if (node.type === 'text') return [];
  if (node.type === 'root') return node.children.flatMap(unsafeParts);
  if (node.type !== 'element') return [`<${node.type}>`];
  const names = Object.hasOwn(allowed, node.tagName) ? allowed[node.tagName] : undefined;
  const own =
    names === undefined
      ? [`<${node.tagName}>`]
      : Object.keys(node.properties)
          .filter((name) => !names.includes(name))
          .map((name) => `<${node.tagName} ${name}>`);
  return [...own, ...unsafeClasses(node), ...unsafeAddress(node), ...node.children.flatMap(unsafeParts)];
}

/** An author free to choose a class could dress as the app. `pgsql` is how the highlighter marks SQL within SQL. */
function unsafeClasses({ tagName, properties: { className } }: Element): readonly string[] {
  const classes = Array.isArray(className) ? className.map(String) : [];
  return classes
    .filter((name) => !/^(hljs-[\w-]+|pgsql|language-\S+|contains-task-list|task-list-item)$/.test(name))
    .map((name) => `<${tagName} class=${name}>`);
}

/** A link says in full that it leads away, or else stays in the course. */
function unsafeAddress({ tagName, properties: { href } }: Element): readonly string[] {
  if (tagName !== 'a') return [];
  const own = 'https://own.example/lessons/t/l/';
  const address = typeof href === 'string' ? href : '';
  const target = URL.canParse(address, own) ? new URL(address, own) : null;
  const staysHere = target?.origin === new URL(own).origin;
  const saysSo = /^(https?|mailto):/i.test(address) && ['https:', 'http:', 'mailto:'].includes(target?.protocol ?? '');
  return staysHere || saysSo ? [] : [`<a href=${address}>`];
}
