import { describe, expect, it } from 'vitest';
import type { RunOutcome, SqlFailure, StatementOutcome } from '#core/engine/outcome.ts';
import { judgeTry } from './try-verdict.ts';

const span = { sql: 'insert into product values (7)', start: 0, end: 30 };
const duplicate: SqlFailure = { kind: 'statement', sqlState: '23505', message: 'duplicate key value' };

const done: StatementOutcome = {
  ...span,
  kind: 'done',
  command: 'INSERT',
  result: null,
  affectedRows: 1,
  notices: [],
  durationMs: 1,
};

function failed(failure: SqlFailure): StatementOutcome {
  return { ...span, kind: 'failed', failure, notices: [], durationMs: 1 };
}

function outcome(...statements: StatementOutcome[]): RunOutcome {
  return { statements, transaction: 'idle', durationMs: 2 };
}

describe('a try', () => {
  it('works when no statement fails', () => {
    expect(judgeTry(outcome(done, done), null)).toEqual({ kind: 'worked' });
  });

  it('fails as meant when its SQLSTATE was announced', () => {
    expect(judgeTry(outcome(done, failed(duplicate)), '23505')).toEqual({
      kind: 'failed-as-meant',
      failure: duplicate,
    });
  });

  it.each([null, '23503'])('fails unexpectedly when %s was announced', (fails) => {
    expect(judgeTry(outcome(failed(duplicate)), fails)).toEqual({ kind: 'failed', failure: duplicate });
  });

  it('is reported when the refusal did not come', () => {
    expect(judgeTry(outcome(done), '23505')).toEqual({ kind: 'worked-by-mistake', expected: '23505' });
  });

  it('never takes a stopped statement for the failure that was meant', () => {
    const stopped: SqlFailure = { kind: 'stopped', afterMs: 4000 };
    expect(judgeTry(outcome(failed(stopped)), '57014')).toEqual({ kind: 'failed', failure: stopped });
  });
});
