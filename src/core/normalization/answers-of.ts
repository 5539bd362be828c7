import type { ResultSet, RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';

/** Runs a script as a question: nothing of it remains. */
export type Ask = (sql: string) => Promise<RunOutcome>;

/** What a script of questions returned, one result for each that had one, or the first failure. */
export function answersOf({ statements }: RunOutcome): Result<readonly ResultSet[], SqlFailure> {
  const failed = statements.find((statement) => statement.kind === 'failed');
  if (failed !== undefined) return err(failed.failure);
  return ok(
    statements.flatMap((statement) =>
      statement.kind === 'done' && statement.result !== null ? [statement.result] : [],
    ),
  );
}
