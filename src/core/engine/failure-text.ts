import type { SqlFailure } from './outcome.ts';

/** What a database that was started again still has: the end of every sentence about one that was stopped or lost. */
export const keptAfterRestart =
  'Everything you had committed is kept; settings, temporary tables and an open transaction are gone.';

/** The headline of a failure in words: the SQLSTATE and what PostgreSQL says, else a sentence. */
export function failureText(failure: SqlFailure): string {
  switch (failure.kind) {
    case 'statement':
      return `${failure.sqlState} ${failure.message}`;
    case 'stopped':
      if (failure.limitMs !== undefined) return `Stopped at the limit of ${failure.limitMs / 1000} s.`;
      return `Stopped after ${(failure.afterMs / 1000).toFixed(1)} s.`;
    case 'engine-lost':
      return `The database was lost: ${lossWords(failure.reason)}.`;
  }
}

/** What a browser says of a stack that is full would mean nothing to a learner. */
function lossWords(reason: string): string {
  return /call stack/i.test(reason)
    ? 'something in it calls itself, or is nested, too deeply'
    : reason.replace(/\.$/, '');
}
