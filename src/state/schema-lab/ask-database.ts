import type { RunOutcome, TransactionStatus } from '#core/engine/outcome.ts';
import type { SliceContext } from '#state/app-state.ts';
import type { LessonDatabase } from '#state/database/lesson-database.ts';
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

/**
 * For who asks many things within one activity of the page. Once the learner has pressed Stop, be it between two
 * questions, every further one is answered as stopped.
 */
export function manyQuestions(
  { get, session }: Pick<SliceContext, 'get' | 'session'>,
  database: LessonDatabase,
): (sql: string) => Promise<RunOutcome> {
  const stopsBefore = session.stops;
  return (sql) =>
    session.stops === stopsBefore
      ? database.probe(sql, runOptionsOf(get().preferences))
      : Promise.resolve(stopped(sql, get().transaction));
}

function stopped(sql: string, transaction: TransactionStatus): RunOutcome {
  const failure = { kind: 'stopped', afterMs: 0 } as const;
  const span = { sql, start: 0, end: sql.length };
  return { statements: [{ kind: 'failed', ...span, failure, notices: [], durationMs: 0 }], transaction, durationMs: 0 };
}
