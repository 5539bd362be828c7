import { describe, expect, it } from 'vitest';
import { statementSummary } from './statement-summary.ts';

const done = { kind: 'done', sql: '', start: 0, end: 0, result: null, notices: [], durationMs: 1 } as const;

describe('the summary of a statement', () => {
  it.each([
    ['INSERT', 1, '1 row inserted'],
    ['UPDATE', 3414, '3,414 rows changed'],
    ['DELETE', 0, '0 rows deleted'],
    ['CREATE TABLE', null, 'CREATE TABLE'],
  ])('of %s with %s rows is "%s"', (command, affectedRows, summary) => {
    expect(statementSummary({ ...done, command, affectedRows })).toBe(summary);
  });

  it('counts the rows of a result, those that were not kept included', () => {
    const result = { columns: [], rows: [], rowCount: 1_000_000 };
    expect(statementSummary({ ...done, command: 'SELECT', affectedRows: null, result })).toBe('1,000,000 rows');
  });
});
