import type { ResultSet, RunOutcome } from '#core/engine/outcome.ts';
import { statementWords } from '#core/engine/statement-words.ts';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';

/** A run that went well, in a few words for those who do not see it end; a failure announces itself. */
export function runWords({ statements }: RunOutcome): string {
  const [first] = statements;
  if (first === undefined || statements.some(({ kind }) => kind !== 'done')) return '';
  return statements.length === 1 ? `Done: ${statementWords(first)}` : `${statements.length} statements done`;
}

/** `41 rows`, or how many of them are held: `10,000 of 1,000,000 rows shown`. */
export function rowsText({ rows, rowCount }: ResultSet): string {
  if (rows.length === rowCount) return formatQuantity(rowCount, 'row');
  return `${formatCount(rows.length)} of ${formatCount(rowCount)} rows shown`;
}

/** A statement as one line: white space folded, comments left in, since they too say which one it is. */
export function oneLine(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ').trim();
}
