import type { ResultSet, RunOutcome, StatementOutcome } from '#core/engine/outcome.ts';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';

const verbs: Readonly<Record<string, string>> = {
  INSERT: 'inserted',
  UPDATE: 'updated',
  DELETE: 'deleted',
  MERGE: 'merged',
  COPY: 'copied',
};

/** What came of a statement, in the few words that fit beside it: `12 rows`, `31 rows updated`, `CREATE TABLE`. */
export function statementWords(statement: StatementOutcome): string {
  if (statement.kind === 'skipped') return 'not run';
  if (statement.kind === 'failed') {
    const { failure } = statement;
    return failure.kind === 'statement' ? `failed, ${failure.sqlState}` : 'stopped';
  }
  const { command, affectedRows, result } = statement;
  // INSERT … RETURNING has both; what it did to the table is the news.
  if (affectedRows !== null) return `${formatQuantity(affectedRows, 'row')} ${verbs[command] ?? 'affected'}`;
  return result === null ? command : formatQuantity(result.rowCount, 'row');
}

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
