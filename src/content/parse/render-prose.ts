import type { Element, Nodes, Root } from 'hast';
import type { Code, Definition, RootContent } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { highlightSql } from './highlight-sql.ts';
import { readLink } from './prose-links.ts';

/** What a lesson may show: GitHub's own selection without pictures, and the classes of highlighted SQL. */
const allowed: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter((name) => name !== 'img') ?? [],
  attributes: {
    ...defaultSchema.attributes,
    a: ['href'],
    span: [['className', /^hljs-[a-z_-]+$/]],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
};

const renderer = unified()
  .use(remarkRehype, { handlers: { code: renderCode } })
  .use(rehypeSanitize, allowed);

/** The Markdown of one lesson. */
export interface ProseContent {
  readonly lessonId: string;
  readonly content: readonly RootContent[];
  /** Of the links that the content refers to, wherever in the lesson they stand. */
  readonly definitions: readonly Definition[];
}

/**
 * Turns Markdown into a tree of elements that is safe to show. A link to a lesson says as `data-lesson` and `data-step`
 * where it leads, since only the app knows the address; one to a step of the same lesson is a plain `#step`.
 */
export function renderProse({ lessonId, content, definitions }: ProseContent): Root {
  const tree = renderer.runSync({ type: 'root', children: [...content, ...definitions] });
  forgetPositions(tree);
  nameTargets(tree, lessonId);
  return tree;
}

/** Runs on the sanitised tree, so that no author can write these attributes. */
function nameTargets(node: Nodes, lessonId: string): void {
  if (node.type === 'element' && node.tagName === 'a') nameTarget(node, lessonId);
  if ('children' in node) for (const child of node.children) nameTargets(child, lessonId);
}

function nameTarget({ properties }: Element, from: string): void {
  const target = typeof properties['href'] === 'string' ? readLink(properties['href'], from) : null;
  if (target?.kind !== 'lesson') return;
  const { lesson, step } = target;
  properties['dataLesson'] = lesson;
  if (step === null) return;
  properties['dataStep'] = step;
  if (lesson === from) properties['href'] = `#${encodeURIComponent(step)}`;
}

const sqlNames = new Set(['sql', 'pgsql', 'postgres', 'postgresql']);

function renderCode(_state: unknown, { lang, value }: Code): Element {
  const name = lang?.toLowerCase() ?? '';
  const isSql = sqlNames.has(name);
  // Entities can put a space into the word, and behind it any class of the app's own: a name is all that is taken.
  const isName = /^[\w+#.-]+$/.test(name);
  const properties = isName ? { className: [`language-${isSql ? 'sql' : name}`] } : {};
  const text = { type: 'text', value } as const;
  const children = isSql ? highlightSql(value).children.filter((node) => node.type !== 'doctype') : [text];
  const code: Element = { type: 'element', tagName: 'code', properties, children };
  return { type: 'element', tagName: 'pre', properties: {}, children: [code] };
}

/** The page has no use for them, and they are half of the tree's size. */
function forgetPositions(node: Nodes): void {
  delete node.position;
  if ('children' in node) node.children.forEach(forgetPositions);
}
