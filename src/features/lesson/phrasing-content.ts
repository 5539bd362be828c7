import type { Root, RootContent } from 'hast';

/** The same content without its paragraphs' own elements, for places where HTML allows no block: labels, lines, legends. */
export function phrasingContent(root: Root): Root {
  return { ...root, children: root.children.flatMap(unwrapParagraph) };
}

function unwrapParagraph(node: RootContent): readonly RootContent[] {
  return node.type === 'element' && node.tagName === 'p' ? node.children : [node];
}
