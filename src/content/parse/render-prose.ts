import type { Element, Nodes, Root } from 'hast';
import type { Code, Definition, RootContent } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { highlightSql } from './highlight-sql.ts';

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

/** Turns Markdown into a tree of elements that is safe to show; `definitions` are those of the links it refers to. */
export function renderProse(content: readonly RootContent[], definitions: readonly Definition[]): Root {
  const tree = renderer.runSync({ type: 'root', children: [...content, ...definitions] });
  forgetPositions(tree);
  return tree;
}

const sqlNames = new Set(['sql', 'pgsql', 'postgres', 'postgresql']);

function renderCode(_state: unknown, { lang, value }: Code): Element {
  const name = lang?.toLowerCase() ?? '';
  const isSql = sqlNames.has(name);
  const properties = name === '' ? {} : { className: [`language-${isSql ? 'sql' : name}`] };
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
