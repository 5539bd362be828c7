import type { RunOutcome } from '#core/engine/outcome.ts';
import type { SliceContext } from '#state/app-state.ts';
import { runOptionsOf } from '#state/run-options.ts';

/**
 * Asks something of the learner's tables as they are, as one activity that can be stopped; nothing of it remains. Null
 * when there is no database to ask, or when the page has turned to another meanwhile.
 */
export async function askDatabase(
  { get, session, during }: Pick<SliceContext, 'get' | 'session' | 'during'>,
  sql: string,
): Promise<RunOutcome | null> {
  const database = session.lesson;
  if (database === null) return null;
  let outcome: RunOutcome | null = null;
  await during('probe', async () => {
    outcome = await database.probe(sql, runOptionsOf(get().preferences));
  });
  return session.lesson === database ? outcome : null;
}
