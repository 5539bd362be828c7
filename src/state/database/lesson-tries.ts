import type { LessonBundle } from '#content/lesson.ts';
import { scriptsBeforeStep } from '#content/opening-scripts.ts';
import type { Engine, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { interruptionOf, putBack } from './asking-engine.ts';
import { neverOpened, type KeptOpening, type LessonOpenings } from './lesson-openings.ts';
import { prepare } from './prepare.ts';

/** Runs a lesson's tries on copies of the state in which their section was opened, and leaves the learner's tables alone. */
export class LessonTries {
  readonly #engine: Engine;
  readonly #bundle: LessonBundle;
  readonly #pristine: SnapshotId;
  readonly #openings: LessonOpenings;

  constructor(engine: Engine, bundle: LessonBundle, pristine: SnapshotId, openings: LessonOpenings) {
    this.#engine = engine;
    this.#bundle = bundle;
    this.#pristine = pristine;
    this.#openings = openings;
  }

  /** Runs try `tryIndex` of a section, after the tries before it. */
  async run(index: number, tryIndex: number, options: RunOptions): Promise<Result<RunOutcome, SqlFailure>> {
    const live = await this.#engine.snapshot();
    if (!live.ok) return live;
    const opening = await this.#openOnCopy(index);
    const outcome = opening.ok ? await this.#runOn(opening.value, index, tryIndex, options) : opening;
    const restored = await putBack(this.#engine, live.value);
    this.#engine.forget(live.value);
    return restored.ok ? outcome : restored;
  }

  /** How a section was opened, or how the lesson's own answers lead to one that the learner has not come to. */
  async #openOnCopy(index: number): Promise<Result<KeptOpening, SqlFailure>> {
    const opening = this.#openings.get(index);
    if (opening !== null) return ok(opening);
    const restored = await this.#engine.restore(this.#pristine);
    if (!restored.ok) return restored;
    const prepared = await prepare(this.#engine, scriptsBeforeStep(this.#bundle, index));
    return prepared.ok ? this.#openings.keep(index) : prepared;
  }

  async #runOn(
    opening: KeptOpening,
    index: number,
    tryIndex: number,
    options: RunOptions,
  ): Promise<Result<RunOutcome, SqlFailure>> {
    const { steps, introduction } = this.#bundle.lesson;
    const tries = (steps[index] ?? introduction).blocks.filter((block) => block.kind === 'try');
    const states = this.#openings.copiesOf(index, opening);
    const from = Math.min(tryIndex, states.length - 1);
    const restored = await this.#engine.restore(states[from] ?? opening.snapshot);
    if (!restored.ok) return restored;
    let outcome: RunOutcome | null = null;
    for (let next = from; next <= tryIndex; next += 1) {
      outcome = await this.#engine.run(tries[next]?.sql ?? '', options);
      const interruption = interruptionOf(outcome);
      // A state in the middle of a try is none to go on from.
      if (interruption !== null) return next === tryIndex ? ok(outcome) : err(interruption);
      if (states.length === next + 1) {
        const after = await this.#engine.snapshot();
        if (!after.ok) return after;
        states.push(after.value);
      }
    }
    return outcome === null ? err(neverOpened) : ok(outcome);
  }
}
