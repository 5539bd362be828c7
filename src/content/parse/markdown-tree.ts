import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Place } from '#content/lesson.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Reads CommonMark with GitHub's tables. Any text is Markdown, so this cannot fail. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

export function placeOfNode(node: Nodes): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return { line, column };
}

/** Every node below `node`, and itself, in the order of the text. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

/** What a reader would read aloud: the text without its marks. */
export function plainText(node: Nodes): string {
  return [...walk(node)].map((each) => (each.type === 'text' || each.type === 'inlineCode' ? each.value : '')).join('');
}
