import { describe, expect, it } from 'vitest';
import { toggleLineComments } from './toggle-comment.ts';

/** `[` and `]` stand for the ends of the selection, `|` for a cursor. */
function toggle(marked: string): string {
  const selectionStart = marked.search(/[[|]/);
  const text = marked.replaceAll(/[[\]|]/g, '');
  const selectionEnd = marked.includes('|') ? selectionStart : marked.indexOf(']') - 1;
  const result = toggleLineComments({ text, selectionStart, selectionEnd });
  const { text: out, selectionStart: start, selectionEnd: end } = result;
  if (start === end) return `${out.slice(0, start)}|${out.slice(start)}`;
  return `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`;
}

describe('toggling a comment', () => {
  it.each([
    ['comments the line of the cursor', 'a\nsel|ect 1', 'a\n-- sel|ect 1'],
    ['takes the comment away again', 'a\n-- sel|ect 1', 'a\nsel|ect 1'],
    ['keeps the indentation', '  sel|ect', '  -- sel|ect'],
    ['comments every selected line', 'a[a\nb]b\nc', '[-- aa\n-- bb]\nc'],
    ['comments lines of which only some are comments', '[-- a\nb]', '[-- -- a\n-- b]'],
    ['leaves blank lines alone', '[a\n\nb]', '[-- a\n\n-- b]'],
    ['leaves an empty text alone', '|', '|'],
  ])('%s', (_, before, after) => {
    expect(toggle(before)).toBe(after);
  });
});
