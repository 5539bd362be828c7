import { describe, expect, it } from 'vitest';
import type { StatementOutcome } from '#core/engine/outcome.ts';
import { RunRecord } from './run-record.ts';

const stopped = { kind: 'stopped', afterMs: 5 } as const;
const statements = [
  { sql: 'a', start: 0, end: 1 },
  { sql: 'b', start: 2, end: 3 },
  { sql: 'c', start: 4, end: 5 },
];

function doneOutcome(index: number): StatementOutcome {
  const statement = statements[index] ?? { sql: '', start: 0, end: 0 };
  return { ...statement, kind: 'done', command: 'A', result: null, affectedRows: null, notices: [], durationMs: 1 };
}

describe('RunRecord', () => {
  it('reports what is known to be done, what was in flight, and what was never sent', () => {
    const record = new RunRecord('a;b;c');
    record.onSplit(statements);
    record.onOutcome(doneOutcome(0));
    const outcome = record.outcomeAfter(stopped);
    expect(outcome.statements.map(({ kind, sql }) => [kind, sql])).toEqual([
      ['done', 'a'],
      ['failed', 'b'],
      ['skipped', 'c'],
    ]);
    expect(outcome.statements[1]).toMatchObject({ failure: stopped });
  });

  it('takes a script that was not split yet for one statement', () => {
    expect(new RunRecord('a;b').outcomeAfter(stopped).statements).toMatchObject([
      { kind: 'failed', sql: 'a;b', start: 0, end: 3, failure: stopped },
    ]);
  });

  it('fails nothing when the last statement was done before the end was reported', () => {
    const record = new RunRecord('a');
    record.onSplit(statements.slice(0, 1));
    record.onOutcome(doneOutcome(0));
    expect(record.outcomeAfter(stopped).statements).toEqual([doneOutcome(0)]);
  });
});
