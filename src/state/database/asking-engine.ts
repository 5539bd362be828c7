import type { CheckEngine } from '#content/checks/check-kind.ts';
import type { RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, type Result } from '#core/shared/result.ts';

/**
 * The engine as a check asks it: within the learner's time limit, and no more once the database was stopped or lost on
 * the way. A check of ten questions is not to be stopped ten times; all it still does is to put back what it borrowed.
 */
export class AskingEngine implements CheckEngine {
  readonly #engine: CheckEngine;
  readonly #options: RunOptions;
  #interruption: SqlFailure | null = null;

  constructor(engine: CheckEngine, options: RunOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  /** What put an end to the asking, or null: then every answer was one to judge by. */
  get interruption(): SqlFailure | null {
    return this.#interruption;
  }

  run: CheckEngine['run'] = (script, options) => this.#ask(script, 'run', options);

  probe: CheckEngine['probe'] = (sql, options) => this.#ask(sql, 'probe', options);

  catalog: CheckEngine['catalog'] = () => this.#read(() => this.#engine.catalog());

  snapshot: CheckEngine['snapshot'] = () => this.#read(() => this.#engine.snapshot());

  restore: CheckEngine['restore'] = async (id) => {
    return putBack(this.#engine, id, (failure) => {
      this.#interruption ??= failure;
    });
  };

  forget: CheckEngine['forget'] = (id) => this.#engine.forget(id);

  async #ask(sql: string, method: 'run' | 'probe', options: RunOptions = {}): Promise<RunOutcome> {
    if (this.#interruption !== null) return unasked(sql, this.#interruption);
    const outcome = await this.#engine[method](sql, { ...this.#options, ...options });
    this.#interruption = interruptionOf(outcome);
    return outcome;
  }

  async #read<T>(read: () => Promise<Result<T, SqlFailure>>): Promise<Result<T, SqlFailure>> {
    if (this.#interruption !== null) return err(this.#interruption);
    const answer = await read();
    // A catalog that cannot be read inside a failed transaction is an answer too.
    if (!answer.ok && answer.error.kind !== 'statement') this.#interruption = answer.error;
    return answer;
  }
}

/**
 * Restores a state that must not be missed. That Stop, or the server's end, came at that very moment is told and is no
 * reason: the state's files are there.
 */
export async function putBack(
  engine: Pick<CheckEngine, 'restore'>,
  id: SnapshotId,
  onFailure: (failure: SqlFailure) => void = () => undefined,
): Promise<Result<void, SqlFailure>> {
  const restored = await engine.restore(id);
  if (restored.ok) return restored;
  onFailure(restored.error);
  return engine.restore(id);
}

/** Why a run ended that no statement of it ended: it was stopped, or the database was lost. */
export function interruptionOf({ statements }: RunOutcome): SqlFailure | null {
  const failed = statements.find((statement) => statement.kind === 'failed');
  return failed === undefined || failed.failure.kind === 'statement' ? null : failed.failure;
}

function unasked(sql: string, failure: SqlFailure): RunOutcome {
  return {
    statements: [{ kind: 'failed', sql, start: 0, end: sql.length, failure, notices: [], durationMs: 0 }],
    transaction: 'idle',
    durationMs: 0,
  };
}
