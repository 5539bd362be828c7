import type { Nodes } from 'mdast';
import type { Place } from '#content/lesson.ts';
import { count } from '#content/words.ts';
import { placeOfNode } from './markdown-tree.ts';
import { placeAt } from './report.ts';

/** What Markdown reads otherwise than its author meant it, without a word: a hint as plain text, a cell as none. */
export function* misreadIn(node: Nodes): Generator<{ readonly place: Place; readonly message: string }> {
  if (node.type === 'text') {
    for (const { index } of node.value.matchAll(/^\[!hint\]/gim)) {
      yield { place: placeAt(placeOfNode(node), node.value, index), message: strayHint };
    }
  }
  if (node.type === 'table') {
    const width = node.children[0]?.children.length ?? 0;
    for (const row of node.children.filter(({ children }) => children.length > width)) {
      const cells = count(row.children.length, 'cell');
      yield {
        place: placeOfNode(row),
        message: `This row has ${cells}, and the table has ${count(width, 'column')}. A bar that parts no cells is written \`\\|\`, in code too.`,
      };
    }
  }
}

const strayHint =
  'A hint is a quote of its own at the left margin: `> ` stands before `[!HINT]`, and a blank line without `>` before the quote.';
