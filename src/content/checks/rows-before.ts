import type { ResultSet, SqlFailure } from '#core/engine/outcome.ts';
import { err, type Result } from '#core/shared/result.ts';
import type { CheckContext, Verdict } from './check-kind.ts';
import { describeFailure, failedVerdict, refusedQuery } from './failure-words.ts';
import { ask } from './run-answers.ts';

/** What a question is answered by the state before the step's answer. Afterwards the learner's state is back. */
export async function rowsBefore(
  { engine, before }: Pick<CheckContext, 'engine' | 'before'>,
  sql: string,
): Promise<Result<ResultSet | null, Verdict>> {
  const answered = await engine.snapshot();
  if (!answered.ok) return err(lost(answered.error));
  const restored = await engine.restore(before.snapshot);
  if (!restored.ok) return err(lost(restored.error));
  const asked = await ask(engine, sql);
  const putBack = await engine.restore(answered.value);
  engine.forget(answered.value);
  if (!putBack.ok) return err(lost(putBack.error));
  return asked.ok ? asked : err(refusedQuery(sql, asked.error));
}

function lost(failure: SqlFailure): Verdict {
  return failedVerdict(`The rows from before your answer could not be read: ${describeFailure(failure)}.`, failure);
}
