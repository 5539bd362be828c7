import type { ResultSet, SqlFailure, StatementFailure, StatementOutcome } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { Ask } from '#core/normalization/answers-of.ts';

/** A statement that was really run, and then rolled back with all that it did. */
export interface Trial {
  readonly statement: string;
  readonly answer:
    { readonly kind: 'done'; readonly rows: number } | { readonly kind: 'refused'; readonly failure: StatementFailure };
  /** The rows that it is about, and how they are asked for; `after` is null where it was refused. */
  readonly question: string;
  readonly before: ResultSet;
  readonly after: ResultSet | null;
}

export interface TrialRequest {
  /** What is run before anything is looked at: nothing, or a migration. */
  readonly setup: readonly string[];
  readonly statement: string;
  readonly question: string;
}

/** Fails where the database was stopped or lost, or where `setup` itself cannot be run. */
export async function runTrial(
  ask: Ask,
  { setup, statement, question }: TrialRequest,
): Promise<Result<Trial, SqlFailure>> {
  const script = [...setup, question, statement, 'set constraints all immediate', question];
  const { statements } = await ask(script.map((sql) => `${sql};`).join('\n'));
  const failedAt = statements.findIndex(({ kind }) => kind === 'failed');
  const failed = statements[failedAt];
  const before = resultOf(statements[setup.length]);
  if (failed?.kind === 'failed') {
    if (failed.failure.kind !== 'statement' || failedAt <= setup.length) return err(failed.failure);
    const answer = { kind: 'refused', failure: failed.failure } as const;
    return ok({ statement, question, answer, before, after: null });
  }
  const done = statements[setup.length + 1];
  const rows = done?.kind === 'done' ? (done.affectedRows ?? 0) : 0;
  return ok({ statement, question, answer: { kind: 'done', rows }, before, after: resultOf(statements.at(-1)) });
}

function resultOf(statement: StatementOutcome | undefined): ResultSet {
  const result = statement?.kind === 'done' ? statement.result : null;
  return result ?? { columns: [], rows: [], rowCount: 0 };
}
