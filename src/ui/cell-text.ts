/** PostgreSQL prints `t` and `f`; SQL is written with `true` and `false`. */
export function readBoolean(text: string): string {
  return text === 't' ? 'true' : text === 'f' ? 'false' : text;
}

/** How many bytes a bytea in hex format (`\x0aff`) holds; null for another format. */
export function byteLength(text: string): number | null {
  return text.startsWith('\\x') ? (text.length - 2) / 2 : null;
}

interface TextPart {
  readonly text: string;
  readonly isSpace: boolean;
}

/** Cuts out what cannot be seen: spaces at either end, and line breaks and tabs anywhere (as signs). */
export function splitSpaces(text: string): readonly TextPart[] {
  return text
    .split(/(^ +| +$|[\n\r\t])/)
    .filter((part) => part !== '')
    .map((part) => {
      const sign = signs[part];
      if (sign !== undefined) return { text: sign, isSpace: true };
      return { text: part, isSpace: part.trim() === '' };
    });
}

const signs: Record<string, string> = { '\n': '⏎', '\r': '␍', '\t': '⇥' };

/** The day, and what follows it, of a date or timestamp; null for intervals, times of day and infinity. */
export function splitDateTime(text: string): { readonly date: string; readonly rest: string } | null {
  const match = /^(\d{4,}-\d\d-\d\d)(.*)$/.exec(text);
  return match === null ? null : { date: match[1] ?? '', rest: match[2] ?? '' };
}
