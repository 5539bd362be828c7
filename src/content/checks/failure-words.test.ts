import { describe, expect, it } from 'vitest';
import { describeFailure } from './failure-words.ts';

describe('describeFailure', () => {
  it.each([
    [{ kind: 'statement', sqlState: '22012', message: 'division by zero' }, 'division by zero (22012)'],
    [{ kind: 'stopped', afterMs: 3_000 }, 'Stopped after 3.0 s'],
    [{ kind: 'engine-lost', reason: 'out of memory' }, 'The database was lost: out of memory'],
  ] as const)('makes %o a clause that a full stop can follow', (failure, clause) => {
    expect(describeFailure(failure)).toBe(clause);
  });
});
