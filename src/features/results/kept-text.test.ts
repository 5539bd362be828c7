import { describe, expect, it } from 'vitest';
import type { RunOutcome, StatementOutcome, TransactionStatus } from '#core/engine/outcome.ts';
import { keptText, skippedText } from './kept-text.ts';

const span = { sql: '', start: 0, end: 0 };

/** `run('INSERT', '!', '-')` is a statement done, one failed and one skipped. */
function run(words: readonly string[], transaction: TransactionStatus = 'idle'): RunOutcome {
  const statements = words.map((word): StatementOutcome => {
    if (word === '-') return { ...span, kind: 'skipped' };
    if (word === '!') {
      const failure = { kind: 'statement' as const, sqlState: '42703', message: '' };
      return { ...span, kind: 'failed', failure, notices: [], durationMs: 1 };
    }
    return { ...span, kind: 'done', command: word, result: null, affectedRows: null, notices: [], durationMs: 1 };
  });
  return { statements, transaction, durationMs: 1 };
}

describe('what is kept', () => {
  it.each([
    [['INSERT', 'INSERT'], 'idle', null],
    [['!'], 'idle', 'Nothing was changed.'],
    [['INSERT', '!'], 'idle', 'Statement 1 is kept.'],
    [['INSERT', 'UPDATE', '!'], 'idle', 'Statements 1 and 2 are kept.'],
    [['INSERT', 'UPDATE', 'DELETE', '!', '-'], 'idle', 'Statements 1 to 3 are kept.'],
    [['BEGIN', 'INSERT', 'ROLLBACK', '!'], 'idle', null],
    [['BEGIN', 'INSERT', '!'], 'failed', 'Nothing of this run is kept: the transaction takes it along.'],
    [['BEGIN', 'INSERT', '!'], 'idle', 'Nothing of this run is kept: the transaction takes it along.'],
    [['BEGIN', 'INSERT', 'COMMIT', '!'], 'idle', 'Statements 1 to 3 are kept.'],
    [['INSERT', '!'], 'failed', 'Nothing of this run is kept: the transaction takes it along.'],
    [['INSERT', 'BEGIN', 'INSERT', '!'], 'failed', 'Statement 1 is kept; what came after BEGIN is not.'],
  ] as const)('after %j in a transaction that is %s is told so: %s', (words, transaction, text) => {
    expect(keptText(run(words, transaction))).toBe(text);
  });

  it('is not claimed when the statement was stopped, for then another sentence says what every stop keeps', () => {
    const stopped: StatementOutcome = {
      ...span,
      kind: 'failed',
      failure: { kind: 'stopped', afterMs: 3000 },
      notices: [],
      durationMs: 3000,
    };
    expect(keptText({ statements: [stopped], transaction: 'idle', durationMs: 3000 })).toBeNull();
  });
});

describe('what was skipped', () => {
  it.each([
    [['INSERT', '!'], null],
    [['INSERT', '!', '-'], 'Statement 3 was not run.'],
    [['!', '-', '-'], 'Statements 2 and 3 were not run.'],
    [['!', '-', '-', '-'], 'Statements 2 to 4 were not run.'],
  ] as const)('after %j is told so: %s', (words, text) => {
    expect(skippedText(run(words))).toBe(text);
  });
});
