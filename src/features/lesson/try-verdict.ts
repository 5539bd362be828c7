import type { RunOutcome, SqlFailure, StatementFailure } from '#core/engine/outcome.ts';

export type TryVerdict =
  | { readonly kind: 'worked' }
  /** The failure was the point. */
  | { readonly kind: 'failed-as-meant'; readonly failure: StatementFailure }
  | { readonly kind: 'failed'; readonly failure: SqlFailure }
  /** It should have been refused with this SQLSTATE, and was not. */
  | { readonly kind: 'worked-by-mistake'; readonly expected: string };

/** Compares what a try did with what its author meant it to do; `fails` is the SQLSTATE it is meant to fail with. */
export function judgeTry(outcome: RunOutcome, fails: string | null): TryVerdict {
  const failed = outcome.statements.find((statement) => statement.kind === 'failed');
  if (failed === undefined) return fails === null ? { kind: 'worked' } : { kind: 'worked-by-mistake', expected: fails };
  const { failure } = failed;
  return failure.kind === 'statement' && failure.sqlState === fails
    ? { kind: 'failed-as-meant', failure }
    : { kind: 'failed', failure };
}
