import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { interruptionOf, putBack } from './asking-engine.ts';
import type { LessonTurns } from './lesson-turns.ts';

/** What a script did to the learner's database, or to one in which nothing was done yet. */
export interface ImportTrial {
  readonly outcome: RunOutcome;
  /** What the learner had before. */
  readonly before: Catalog;
  /** What was there then; null where the script failed, or left a transaction open. */
  readonly after: Catalog | null;
}

interface ImportOptions {
  /** In the place of what is there, and not beside it. */
  readonly isInstead: boolean;
  /** Whether it is to stay; else all is put back as it was. */
  readonly keeps: (trial: ImportTrial) => boolean;
}

/** What a dump sets for its own session is not for the learner's. */
const settle = 'set session authorization postgres; reset role; reset all; analyze';

/** Runs scripts of psql on the learner's database, wholly or not at all. */
export class LessonImports {
  readonly #engine: Engine;
  readonly #turns: Pick<LessonTurns, 'aside'>;
  readonly #pristine: SnapshotId;

  constructor(engine: Engine, turns: Pick<LessonTurns, 'aside'>, pristine: SnapshotId) {
    this.#engine = engine;
    this.#turns = turns;
    this.#pristine = pristine;
  }

  run(
    script: string,
    { isInstead, keeps }: ImportOptions,
    options: RunOptions,
  ): Promise<Result<ImportTrial, SqlFailure>> {
    return this.#turns.aside(async () => {
      const before = await this.#engine.catalog();
      if (!before.ok) return before;
      const live = await this.#engine.snapshot();
      if (!live.ok) return live;
      const trial = await this.#try(script, isInstead, before.value, options);
      const isKept = trial.ok && trial.value.after !== null && keeps(trial.value);
      const restored = isKept ? ok(undefined) : await putBack(this.#engine, live.value);
      this.#engine.forget(live.value);
      return restored.ok ? trial : restored;
    });
  }

  async #try(
    script: string,
    isInstead: boolean,
    before: Catalog,
    options: RunOptions,
  ): Promise<Result<ImportTrial, SqlFailure>> {
    if (isInstead) {
      const emptied = await this.#engine.restore(this.#pristine);
      if (!emptied.ok) return emptied;
    }
    const outcome = await this.#engine.run(script, { ...options, rowLimit: 0, isPsqlScript: true });
    const interruption = interruptionOf(outcome);
    if (interruption !== null) return err(interruption);
    const isWhole = outcome.transaction === 'idle' && outcome.statements.every(({ kind }) => kind !== 'failed');
    if (!isWhole) return ok({ outcome, before, after: null });
    const settled = interruptionOf(await this.#engine.run(settle, { rowLimit: 0 }));
    if (settled !== null) return err(settled);
    const after = await this.#engine.catalog();
    return after.ok ? ok({ outcome, before, after: after.value }) : after;
  }
}
