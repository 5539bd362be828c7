import type { StatementOutcome } from './outcome.ts';

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
  if (affectedRows !== null) return `${countRows(affectedRows)} ${verbs[command] ?? 'affected'}`;
  return result === null ? command : countRows(result.rowCount);
}

/** `1 row`, `3,414 rows`. */
export function countRows(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;
}
