import type { Catalog } from '#core/catalog/catalog.ts';
import { bytesOfStates, type DirectoryState } from '#core/engine/directory-state.ts';
import type { Engine, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import { effectOf } from '#core/engine/only-reads.ts';
import type { RunOutcome, SqlFailure, TransactionStatus } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { LessonTurns } from './lesson-turns.ts';

/** What is known of the session before a run. */
interface Before {
  readonly transaction: TransactionStatus;
  /** Null where it could not be read. */
  readonly catalog: Catalog | null;
}

/** The database as it is after a state was put back. */
interface Restored extends Before {
  /** The server that the state was taken from is gone: its files are back, its settings and transaction are not. */
  readonly isNewSession: boolean;
}

/** The database as a run left it. */
export interface KeptRun {
  /** Null when it is as it was before the run, to the last setting: then that state serves. */
  readonly snapshot: SnapshotId | null;
  readonly isChange: boolean;
  /** Null inside a failed transaction, where nothing can be read. */
  readonly catalog: Catalog | null;
}

interface LearnerRunOptions extends RunOptions {
  /** The script opens a transaction itself, which is rolled back when a statement in it fails. */
  readonly isAllOrNothing: boolean;
}

interface LearnerRun {
  readonly answered: Promise<RunOutcome>;
  /** Done after it was answered, and before anything that is asked later. */
  readonly kept: Promise<Result<KeptRun, SqlFailure>>;
}

/** Runs what the learner asks for, and holds the states that it left. */
export class RunStates {
  readonly #engine: Engine;
  readonly #turns: Pick<LessonTurns, 'serially'>;
  readonly #held = new Set<SnapshotId>();
  #beforeLast: DirectoryState | null = null;

  constructor(engine: Engine, turns: Pick<LessonTurns, 'serially'>) {
    this.#engine = engine;
    this.#turns = turns;
  }

  /** The files as they were before the last run; null when there was none. */
  get beforeLast(): DirectoryState | null {
    return this.#beforeLast;
  }

  /** The runs from now on are those of another step. */
  beginAnew(): void {
    this.#beforeLast = null;
  }

  run(sql: string, before: Before, { isAllOrNothing, ...options }: LearnerRunOptions): LearnerRun {
    const answered = this.#turns.serially(async () => {
      this.#beforeLast = this.#engine.state();
      const outcome = await this.#engine.run(sql, options);
      const isLeftOpen = isAllOrNothing && before.transaction === 'idle' && outcome.transaction === 'failed';
      return isLeftOpen ? { ...outcome, transaction: (await this.#engine.run('rollback')).transaction } : outcome;
    });
    const kept = this.#turns.serially(async () => {
      const effect = effectOf(await answered, before.transaction, before.catalog);
      // What failed has spent numbers of sequences, but nobody would call that a change.
      const isChange = effect === 'maybe';
      const snapshot = effect === 'nothing' ? ok(null) : await this.#take();
      if (!snapshot.ok) return snapshot;
      return ok({ snapshot: snapshot.value, isChange, catalog: await this.#readCatalog() });
    });
    return { answered, kept };
  }

  /** Holds the database as it is now. */
  keep(): Promise<Result<SnapshotId, SqlFailure>> {
    return this.#turns.serially(() => this.#take());
  }

  /** Puts a state back that is held, and looks at what is there then. */
  restore(id: SnapshotId): Promise<Result<Restored, SqlFailure>> {
    return this.#turns.serially(async () => {
      if (!this.#held.has(id)) return err(neverKept);
      let isNewSession = false;
      const unsubscribe = this.#engine.subscribe(({ kind }) => {
        isNewSession ||= kind === 'recovered';
      });
      const restored = await this.#engine.restore(id);
      unsubscribe();
      if (!restored.ok) return restored;
      // A transaction that was open then may be gone: the server is asked.
      const { transaction } = await this.#engine.run('');
      return ok({ transaction, catalog: await this.#readCatalog(), isNewSession });
    });
  }

  forget(ids: Iterable<SnapshotId>): void {
    for (const id of ids) {
      this.#engine.forget(id);
      this.#held.delete(id);
    }
  }

  forgetAll(): void {
    this.forget([...this.#held]);
  }

  bytesOf(ids: readonly SnapshotId[]): number {
    return bytesOfStates(ids.map((id) => this.#engine.state(id)));
  }

  async #take(): Promise<Result<SnapshotId, SqlFailure>> {
    const taken = await this.#engine.snapshot();
    if (taken.ok) this.#held.add(taken.value);
    return taken;
  }

  async #readCatalog(): Promise<Catalog | null> {
    const catalog = await this.#engine.catalog();
    return catalog.ok ? catalog.value : null;
  }
}

const neverKept: SqlFailure = { kind: 'engine-lost', reason: 'This state was let go.' };
