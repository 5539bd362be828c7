import type { Blockquote, RootContent } from 'mdast';
import { didYouMean } from '#content/nearest.ts';
import { placeOfNode } from './markdown-tree.ts';
import type { Report } from './report.ts';

/**
 * What a quote that opens with `[!HINT]` holds after that mark, or null for a quote of another sort. Another word in
 * the mark is reported: no page would show it as its author meant.
 */
export function readHint(node: Blockquote, report: Report): readonly RootContent[] | null {
  const [first, ...others] = node.children;
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || lead?.type !== 'text') return null;
  const [mark, word] = /^\[!([^\]]*)\]\s*/.exec(lead.value) ?? [];
  if (mark === undefined || word === undefined) return null;
  if (word.toUpperCase() !== 'HINT') {
    report(placeOfNode(node), `A quote may open with \`[!HINT]\`; found \`[!${word}]\`.${didYouMean(word, ['HINT'])}`);
  }
  const words = { ...lead, value: lead.value.slice(mark.length) };
  const rest = words.value === '' ? first.children.slice(1) : [words, ...first.children.slice(1)];
  const hint = rest.length === 0 ? others : [{ ...first, children: rest }, ...others];
  if (hint.length === 0) report(placeOfNode(node), 'The hint is empty: its words are missing after `[!HINT]`.');
  return hint;
}
