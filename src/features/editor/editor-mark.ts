import { scanSql } from '#core/shared/sql-tokens.ts';

/** A place in the text with something to say about it, in UTF-16 offsets. */
export interface EditorMark {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** PostgreSQL names only where a mistake begins: the mark takes the token there, so that there is a word to underline. */
export function markToken(text: string, position: number, message: string): EditorMark {
  const token = scanSql(text).find(({ start, end }) => start <= position && position < end);
  if (token !== undefined) return { start: token.start, end: token.end, message };
  // At the end of the input, and between tokens, the last character before it is all there is to underline.
  const end = Math.min(position, text.length);
  return { start: Math.max(0, end - 1), end, message };
}
