/** SQL to run, and where it begins in the editor's text. */
export interface RunRequest {
  readonly sql: string;
  readonly start: number;
}

/** The selection where there is one with something in it, else the whole text. */
export function runRequestOf(text: string, selectionStart: number, selectionEnd: number): RunRequest {
  const selected = text.slice(selectionStart, selectionEnd);
  return selected.trim() === '' ? { sql: text, start: 0 } : { sql: selected, start: selectionStart };
}
