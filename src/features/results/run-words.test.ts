import { describe, expect, it } from 'vitest';
import type { ResultSet, StatementOutcome } from '#core/engine/outcome.ts';
import { oneLine, rowsText, runWords } from './run-words.ts';

const span = { sql: '', start: 0, end: 0 };

function done(command: string, affectedRows: number | null, rowCount: number | null): StatementOutcome {
  const result = rowCount === null ? null : { columns: [], rows: [], rowCount };
  return { ...span, kind: 'done', command, affectedRows, result, notices: [], durationMs: 1 };
}

describe('a statement', () => {
  it('is put on one line', () => {
    expect(oneLine('select\n  1,\n\t2 ')).toBe('select 1, 2');
  });
});

function wordsOf(...statements: StatementOutcome[]): string {
  return runWords({ statements, transaction: 'idle', durationMs: 1 });
}

describe('a run', () => {
  it.each([
    ['of one statement says what it did', wordsOf(done('UPDATE', 31, null)), 'Done: 31 rows updated'],
    ['of several says how many', wordsOf(done('BEGIN', null, null), done('COMMIT', null, null)), '2 statements done'],
    ['that did not go through says nothing', wordsOf(done('BEGIN', null, null), { ...span, kind: 'skipped' }), ''],
  ])('%s', (_, words, expected) => {
    expect(words).toBe(expected);
  });
});

describe('rows', () => {
  const rows: ResultSet['rows'] = [['1'], ['2']];

  it('are counted', () => {
    expect(rowsText({ columns: [], rows, rowCount: 2 })).toBe('2 rows');
  });

  it('say so when there are more than are held', () => {
    expect(rowsText({ columns: [], rows, rowCount: 1_000_000 })).toBe('2 of 1,000,000 rows shown');
  });
});
