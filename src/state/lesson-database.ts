import { gradeStep, type GradedStep } from '#content/grade-step.ts';
import { scriptsBeforeLesson, scriptsBeforeStep } from '#content/opening-scripts.ts';
import type { LessonBundle, Section, SqlBlock } from '#content/lesson.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';

/** The introduction's place before the steps, which count from 0. */
export const introductionIndex = -1;

/** The database as a section found it. */
export interface Opening {
  readonly snapshot: SnapshotId;
  readonly catalog: Catalog;
}

/**
 * One lesson's life in the database: it leads to the state before a step, keeps that state for resets, runs the tries
 * on copies of it, and grades. It knows nothing of the page.
 *
 * The database is one, so whatever is asked waits for what was asked before.
 */
export class LessonDatabase {
  readonly #engine: Engine;
  readonly #bundle: LessonBundle;
  readonly #pristine: SnapshotId;
  readonly #openings = new Map<number, Opening>();
  /** By section: the copy's state after its first n tries. */
  readonly #tried = new Map<number, SnapshotId[]>();
  /** The database as it was when a step was last passed. */
  #passed: { readonly stepIndex: number; readonly snapshot: SnapshotId } | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(engine: Engine, bundle: LessonBundle, pristine: SnapshotId) {
    this.#engine = engine;
    this.#bundle = bundle;
    this.#pristine = pristine;
  }

  /** Builds the state before step `stepIndex` from the lesson's own setups and solutions. */
  build(stepIndex: number, onProgress: (done: number, total: number) => void): Promise<Result<Opening, SqlFailure>> {
    return this.#serially(async () => {
      const { lesson } = this.#bundle;
      this.forgetAll();
      const restored = await this.#engine.restore(this.#pristine);
      if (!restored.ok) return restored;
      const total = stepIndex + 2;
      onProgress(0, total);
      const start = await this.#prepare(scriptsBeforeLesson(this.#bundle));
      if (!start.ok) return start;
      let reached = await this.#keep(introductionIndex);
      for (let index = 0; index <= stepIndex && reached.ok; index += 1) {
        onProgress(index + 1, total);
        const before = index === 0 ? null : lesson.steps[index - 1]?.solution;
        const setup = lesson.steps[index]?.setup ?? [];
        const prepared = await this.#prepare(before == null ? setup : [before, ...setup]);
        if (!prepared.ok) return prepared;
        reached = await this.#keep(index);
      }
      return reached;
    });
  }

  /** Goes on into step `stepIndex` from what the learner had made of the step before when it was passed. */
  enter(stepIndex: number): Promise<Result<Opening, SqlFailure>> {
    return this.#serially(async () => {
      if (this.#passed?.stepIndex === stepIndex - 1) {
        const restored = await this.#engine.restore(this.#passed.snapshot);
        if (!restored.ok) return restored;
      }
      const prepared = await this.#prepare(this.#section(stepIndex).setup);
      return prepared.ok ? this.#keep(stepIndex) : prepared;
    });
  }

  /** Puts the state back in which section `index` was opened. */
  reset(index: number): Promise<Result<Opening, SqlFailure>> {
    return this.#serially(async () => {
      const opening = this.#openings.get(index);
      if (opening === undefined) return err(neverOpened);
      const restored = await this.#engine.restore(opening.snapshot);
      return restored.ok ? ok(opening) : restored;
    });
  }

  /** Frees every state that is kept; after it nothing can be reset until the lesson is built again. */
  forgetAll(): void {
    for (const index of this.#openings.keys()) this.#forget(index);
    if (this.#passed !== null) this.#engine.forget(this.#passed.snapshot);
    this.#passed = null;
  }

  hasOpened(index: number): boolean {
    return this.#openings.has(index);
  }

  run(sql: string): Promise<RunOutcome> {
    return this.#serially(() => this.#engine.run(sql));
  }

  catalog(): Promise<Result<Catalog, SqlFailure>> {
    return this.#serially(() => this.#engine.catalog());
  }

  /** Runs try `tryIndex` of a section on a copy of the state in which the section was opened, after the tries before it. */
  runTry(index: number, tryIndex: number, rowLimit: number): Promise<Result<RunOutcome, SqlFailure>> {
    return this.#serially(async () => {
      const live = await this.#engine.snapshot();
      if (!live.ok) return live;
      const opening = await this.#openOnCopy(index);
      const outcome = opening.ok ? await this.#tryOn(opening.value, index, tryIndex, rowLimit) : opening;
      const restored = await this.#engine.restore(live.value);
      this.#engine.forget(live.value);
      return restored.ok ? outcome : restored;
    });
  }

  grade(stepIndex: number, answer: RunOutcome | null): Promise<Result<GradedStep, SqlFailure>> {
    return this.#serially(async () => {
      const step = this.#bundle.lesson.steps[stepIndex];
      const before = this.#openings.get(stepIndex);
      if (step === undefined || before === undefined) return err(neverOpened);
      const graded = await gradeStep(step, { engine: this.#engine, before, answer });
      if (graded.passed) await this.#keepPassed(stepIndex);
      return ok(graded);
    });
  }

  /** How a section was opened, or how the lesson's own answers lead to one that the learner has not come to. */
  async #openOnCopy(index: number): Promise<Result<Opening, SqlFailure>> {
    const opening = this.#openings.get(index);
    if (opening !== undefined) return ok(opening);
    const restored = await this.#engine.restore(this.#pristine);
    if (!restored.ok) return restored;
    const prepared = await this.#prepare(scriptsBeforeStep(this.#bundle, index));
    return prepared.ok ? this.#keep(index) : prepared;
  }

  async #tryOn(
    opening: Opening,
    index: number,
    tryIndex: number,
    rowLimit: number,
  ): Promise<Result<RunOutcome, SqlFailure>> {
    const tries = this.#section(index).blocks.filter((block) => block.kind === 'try');
    const states = this.#tried.get(index) ?? [opening.snapshot];
    this.#tried.set(index, states);
    const from = Math.min(tryIndex, states.length - 1);
    const restored = await this.#engine.restore(states[from] ?? opening.snapshot);
    if (!restored.ok) return restored;
    let outcome: RunOutcome | null = null;
    for (let next = from; next <= tryIndex; next += 1) {
      outcome = await this.#engine.run(tries[next]?.sql ?? '', { rowLimit });
      if (states.length === next + 1) {
        const after = await this.#engine.snapshot();
        if (!after.ok) return after;
        states.push(after.value);
      }
    }
    return outcome === null ? err(neverOpened) : ok(outcome);
  }

  async #prepare(blocks: readonly Pick<SqlBlock, 'sql'>[]): Promise<Result<void, SqlFailure>> {
    for (const { sql } of blocks) {
      const outcome = await this.#engine.run(sql, { rowLimit: 0 });
      const failed = outcome.statements.find((statement) => statement.kind === 'failed');
      if (failed !== undefined) return err(failed.failure);
    }
    return ok(undefined);
  }

  async #keep(index: number): Promise<Result<Opening, SqlFailure>> {
    const catalog = await this.#engine.catalog();
    if (!catalog.ok) return catalog;
    const snapshot = await this.#engine.snapshot();
    if (!snapshot.ok) return snapshot;
    this.#forget(index);
    const opening = { snapshot: snapshot.value, catalog: catalog.value };
    this.#openings.set(index, opening);
    return ok(opening);
  }

  /** What is tried out after a step was passed is not to spoil the next one. */
  async #keepPassed(stepIndex: number): Promise<void> {
    const snapshot = await this.#engine.snapshot();
    if (!snapshot.ok) return;
    if (this.#passed !== null) this.#engine.forget(this.#passed.snapshot);
    this.#passed = { stepIndex, snapshot: snapshot.value };
  }

  #section(index: number): Section {
    return this.#bundle.lesson.steps[index] ?? this.#bundle.lesson.introduction;
  }

  #forget(index: number): void {
    for (const state of this.#tried.get(index) ?? []) this.#engine.forget(state);
    this.#tried.delete(index);
    const opening = this.#openings.get(index);
    if (opening !== undefined) this.#engine.forget(opening.snapshot);
    this.#openings.delete(index);
  }

  #serially<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task, task);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

const neverOpened: SqlFailure = {
  kind: 'engine-lost',
  reason: 'This step has not been opened since the database started.',
};
