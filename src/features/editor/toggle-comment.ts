export interface SelectedText {
  readonly text: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
}

/**
 * Puts `-- ` before every selected line, or takes it away when all of them have it; blank lines are left alone. The
 * selection grows to the whole of those lines, unless it was a mere cursor, which stays at its letter.
 */
export function toggleLineComments({ text, selectionStart, selectionEnd }: SelectedText): SelectedText {
  const from = text.lastIndexOf('\n', selectionStart - 1) + 1;
  const nextBreak = text.indexOf('\n', selectionEnd);
  const to = nextBreak === -1 ? text.length : nextBreak;
  const lines = text.slice(from, to).split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const isCommented = filled.length > 0 && filled.every((line) => /^\s*--/.test(line));
  const toggled = lines
    .map((line) => {
      if (line.trim() === '') return line;
      return isCommented ? line.replace(/^(\s*)-- ?/, '$1') : line.replace(/^(\s*)/, '$1-- ');
    })
    .join('\n');

  const result = text.slice(0, from) + toggled + text.slice(to);
  if (selectionStart !== selectionEnd) {
    return { text: result, selectionStart: from, selectionEnd: from + toggled.length };
  }
  const cursor = Math.max(from, selectionStart + result.length - text.length);
  return { text: result, selectionStart: cursor, selectionEnd: cursor };
}
