import type { SqlFailure } from './outcome.ts';

/** The headline of a failure in words: the SQLSTATE first, where there is one. */
export function failureText(failure: SqlFailure): string {
  switch (failure.kind) {
    case 'statement':
      return `${failure.sqlState} ${failure.message}`;
    case 'stopped':
      if (failure.limitMs !== undefined) return `Stopped at the limit of ${failure.limitMs / 1000} s.`;
      return `Stopped after ${(failure.afterMs / 1000).toFixed(1)} s.`;
    case 'engine-lost':
      return `The database was lost: ${failure.reason}`;
  }
}
