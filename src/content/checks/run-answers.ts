import type { ResultSet, RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { CheckEngine } from './check-kind.ts';

/** How many rows a check compares at most. A lesson that needs more should ask for sums of them. */
export const comparedRows = 100_000;

export interface FailedStatement {
  readonly sql: string;
  readonly failure: SqlFailure;
}

/** The statement at which a run stopped, or null when all of it went through. */
export function failedStatement({ statements }: RunOutcome): FailedStatement | null {
  return statements.find((statement) => statement.kind === 'failed') ?? null;
}

/** What the last statement that returns columns returned, or null. */
export function lastResult({ statements }: RunOutcome): ResultSet | null {
  return statements.reduce<ResultSet | null>(
    (last, statement) => (statement.kind === 'done' ? (statement.result ?? last) : last),
    null,
  );
}

/** Asks the database a question that leaves no trace, and hands on the last result. */
export async function ask(
  engine: Pick<CheckEngine, 'probe'>,
  sql: string,
): Promise<Result<ResultSet | null, FailedStatement>> {
  const outcome = await engine.probe(sql, { rowLimit: comparedRows });
  const failed = failedStatement(outcome);
  return failed === null ? ok(lastResult(outcome)) : err(failed);
}
