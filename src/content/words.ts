/** How messages write names, counts and lists, so that all of them sound alike. */

export function code(text: string): string {
  return `\`${text}\``;
}

/** `a`, `b` or `c`. */
export function codeList(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const [last, ...others] = words.map(code).toReversed();
  if (last === undefined) return 'none';
  return others.length === 0 ? last : `${others.toReversed().join(', ')} ${conjunction} ${last}`;
}

/** "1 row", "3 rows", "no rows". */
export function count(amount: number, noun: string): string {
  if (amount === 0) return `no ${noun}s`;
  return `${amount.toLocaleString('en')} ${noun}${amount === 1 ? '' : 's'}`;
}

/** A statement as a name for itself: on one line, cut where it is too long to be read in passing. */
export function shortSql(sql: string): string {
  const line = sql.trim().replace(/;$/, '').replace(/\s+/g, ' ');
  return code(line.length <= 80 ? line : `${line.slice(0, 77).trimEnd()}…`);
}
