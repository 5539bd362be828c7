import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { CheckContext, Verdict } from './check-kind.ts';
import { describeFailure, failedVerdict } from './failure-words.ts';
import { comparedRows, failedStatement } from './run-answers.ts';

/**
 * Runs the reference solution on a copy of the state before the step and hands what came of it to `use`, while the
 * database still stands as the solution left it. Afterwards the learner's state is back.
 */
export async function onSolution<T>(
  { engine, before, solution }: CheckContext,
  use: (outcome: RunOutcome) => Promise<T>,
): Promise<Result<T, Verdict>> {
  const answered = await engine.snapshot();
  if (!answered.ok) return err(lost(answered.error));
  const restored = await engine.restore(before.snapshot);
  if (!restored.ok) return err(lost(restored.error));
  const outcome = await engine.run(solution, { rowLimit: comparedRows });
  const failed = failedStatement(outcome);
  const used = failed === null ? ok(await use(outcome)) : err(brokenSolution(failed.failure));
  const putBack = await engine.restore(answered.value);
  engine.forget(answered.value);
  return putBack.ok ? used : err(lost(putBack.error));
}

function brokenSolution(failure: SqlFailure): Verdict {
  return failedVerdict(
    `The step's own solution fails: ${describeFailure(failure)}. This is a fault of the lesson, not yours.`,
    failure,
  );
}

function lost(failure: SqlFailure): Verdict {
  return failedVerdict(`Your answer could not be compared: ${describeFailure(failure)}.`, failure);
}
