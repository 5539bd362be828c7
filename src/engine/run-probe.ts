import type { StatementOutcome } from '#core/engine/outcome.ts';
import { neutralSession } from './neutral-session.ts';
import { runScript, type ScriptServices } from './run-script.ts';

/**
 * Runs `sql` as a question: under default settings and role, in a transaction of its own, deferred constraints made
 * immediate at the end. The caller puts the instance back as a whole, so that nothing remains of it, not even what a
 * COMMIT of its own made lasting.
 *
 * A transaction that the learner has left open is committed first: the question is about what they see.
 */
export async function runProbe(services: ScriptServices, sql: string): Promise<readonly StatementOutcome[]> {
  const { postgres } = services;
  if (postgres.transaction !== 'idle') await postgres.query('commit');
  await postgres.query(neutralSession);
  await postgres.query('begin');
  return withDeferredConstraints(services, await runScript(services, sql));
}

/** The failure of a deferred constraint is that of the last statement. */
async function withDeferredConstraints(
  { postgres }: ScriptServices,
  statements: readonly StatementOutcome[],
): Promise<readonly StatementOutcome[]> {
  const last = statements.at(-1);
  if (last?.kind !== 'done') return statements;
  const answer = await postgres.query('set constraints all immediate');
  if (!answer.ok || answer.value.ending.kind !== 'error') return statements;
  const { codePointPosition: _, ...error } = answer.value.ending.error;
  const { sql, start, end, notices, durationMs } = last;
  const failure = { kind: 'statement', ...error } as const;
  return [...statements.slice(0, -1), { sql, start, end, kind: 'failed', failure, notices, durationMs }];
}
