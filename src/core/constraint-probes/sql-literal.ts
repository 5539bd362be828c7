/** A text as SQL, whatever it holds and whatever the session takes a backslash for. */
export function quoteText(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/** A value as a reader would write it: numbers bare, everything else in quotes. The column decides its type. */
export function literal(value: string | null): string {
  if (value === null) return 'null';
  return /^-?\d{1,18}(\.\d+)?$/.test(value) ? value : quoteText(value);
}

export function typedLiteral(value: string | null, type: string): string {
  return value === null ? `null::${type}` : `cast(${quoteText(value)} as ${type})`;
}
