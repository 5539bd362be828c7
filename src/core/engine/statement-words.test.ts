import { describe, expect, it } from 'vitest';
import type { StatementOutcome } from './outcome.ts';
import { statementWords } from './statement-words.ts';

const span = { sql: '', start: 0, end: 0 };

function done(command: string, affectedRows: number | null, rowCount: number | null): StatementOutcome {
  const result = rowCount === null ? null : { columns: [], rows: [], rowCount };
  return { ...span, kind: 'done', command, affectedRows, result, notices: [], durationMs: 1 };
}

describe('a statement', () => {
  it.each([
    [done('SELECT', null, 1), '1 row'],
    [done('SELECT', null, 3414), '3,414 rows'],
    [done('UPDATE', 31, null), '31 rows updated'],
    [done('INSERT', 1, 1), '1 row inserted'],
    [done('CREATE TABLE', null, null), 'CREATE TABLE'],
    [{ ...span, kind: 'skipped' }, 'not run'],
    [
      {
        ...span,
        kind: 'failed',
        failure: { kind: 'statement', sqlState: '42703', message: '' },
        notices: [],
        durationMs: 1,
      },
      'failed, 42703',
    ],
    [{ ...span, kind: 'failed', failure: { kind: 'stopped', afterMs: 1 }, notices: [], durationMs: 1 }, 'stopped'],
  ] satisfies [StatementOutcome, string][])('%j is summed up', (statement, words) => {
    expect(statementWords(statement)).toBe(words);
  });
});
