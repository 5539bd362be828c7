import { gradeStep, type GradedStep } from '#content/grade-step.ts';
import { scriptsBeforeLesson, scriptsBeforeStep } from '#content/opening-scripts.ts';
import type { LessonBundle, Section, SqlBlock } from '#content/lesson.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { AskingEngine, interruptionOf, putBack } from './asking-engine.ts';
import type { KeptLesson, SectionId } from './kept-lesson.ts';
import { LessonFiles } from './lesson-files.ts';
import { LessonOpenings, type KeptOpening, type Opening } from './lesson-openings.ts';
import { RunStates } from './run-states.ts';

/** The introduction's place before the steps, which count from 0. */
export const introductionIndex = -1;

interface ResumeOptions {
  /** The engine was started on what was kept. */
  readonly isStarted: boolean;
  /** The lesson made its tables otherwise then. */
  readonly isOutdated: boolean;
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
  readonly #openings: LessonOpenings;
  /** The database as it was when a step was last passed. */
  #passed: { readonly stepIndex: number; readonly snapshot: SnapshotId } | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  /** The section that the learner's database belongs to. */
  #section = introductionIndex;
  /** Whether its openings are those of an earlier text of the lesson. */
  #isOutdated = false;
  /** Whether the engine holds the learner's database, and not one on the way to it or a copy. */
  #isLive = false;
  readonly files: LessonFiles;
  readonly #onKept: () => void;
  readonly #unsubscribe: () => void;
  /** What the learner runs, and the states it left. */
  readonly runs: RunStates;

  /** `onKept` hears whenever what `kept` returns is another than before. */
  constructor(engine: Engine, bundle: LessonBundle, pristine: SnapshotId, onKept: () => void) {
    this.#engine = engine;
    this.#bundle = bundle;
    this.#pristine = pristine;
    this.#openings = new LessonOpenings(engine);
    this.files = new LessonFiles(engine, {
      serially: (task) => this.#serially(task),
      away: (task) => this.#away(task),
    });
    this.runs = new RunStates(engine, (task) => this.#serially(task));
    this.#onKept = onKept;
    this.#unsubscribe = engine.subscribe(({ kind }) => {
      if (kind === 'changed' && this.#isLive) onKept();
    });
  }

  /** What is to outlive the page; null while the database is on its way somewhere. */
  get kept(): KeptLesson | null {
    const catalog = this.#openings.get(this.#section)?.catalog ?? null;
    if (!this.#isLive || catalog === null) return null;
    return {
      live: this.#engine.state(),
      section: this.#sectionId(this.#section),
      catalog,
      openings: new Map(this.#openings.states().map(([index, state]) => [this.#sectionId(index), state])),
      passed: this.#passed && {
        section: this.#sectionId(this.#passed.stepIndex),
        state: this.#engine.state(this.#passed.snapshot),
      },
    };
  }

  /** Goes on where an earlier visit stopped. */
  resume(kept: KeptLesson, { isStarted, isOutdated }: ResumeOptions): Promise<Result<Opening, SqlFailure>> {
    return this.#away(async () => {
      this.forgetAll();
      this.#isOutdated = isOutdated;
      for (const [section, state] of kept.openings) {
        const catalog = section === kept.section ? kept.catalog : null;
        this.#openings.adopt(this.#indexOf(section), state, catalog);
      }
      if (kept.passed !== null) {
        const { section, state } = kept.passed;
        this.#passed = { stepIndex: this.#indexOf(section), snapshot: this.#engine.adopt(state) };
      }
      this.#section = this.#indexOf(kept.section);
      const opening = this.#openings.get(this.#section);
      if (opening === null) return err(neverOpened);
      if (!isStarted) {
        const live = this.#engine.adopt(kept.live);
        const restored = await this.#engine.restore(live);
        this.#engine.forget(live);
        if (!restored.ok) return restored;
      }
      return ok({ ...opening, catalog: kept.catalog });
    });
  }

  /** Builds the state before step `stepIndex` from the lesson's own setups and solutions. */
  build(stepIndex: number, onProgress: (done: number, total: number) => void): Promise<Result<Opening, SqlFailure>> {
    return this.#away(async () => {
      const { lesson } = this.#bundle;
      this.forgetAll();
      this.#isOutdated = false;
      const restored = await this.#engine.restore(this.#pristine);
      if (!restored.ok) return restored;
      const total = stepIndex + 2;
      onProgress(0, total);
      const start = await this.#prepare(scriptsBeforeLesson(this.#bundle));
      if (!start.ok) return start;
      let reached = await this.#openings.keep(introductionIndex);
      for (let index = 0; index <= stepIndex && reached.ok; index += 1) {
        onProgress(index + 1, total);
        const before = index === 0 ? null : lesson.steps[index - 1]?.solution;
        const setup = lesson.steps[index]?.setup ?? [];
        const prepared = await this.#prepare(before == null ? setup : [before, ...setup]);
        if (!prepared.ok) return prepared;
        reached = await this.#openings.keep(index);
      }
      this.#section = stepIndex;
      return reached;
    });
  }

  /** Puts the database where the lesson begins. As long as the lesson is the same it was led there once already. */
  restart(onProgress: (done: number, total: number) => void): Promise<Result<Opening, SqlFailure>> {
    if (this.#isOutdated || !this.hasOpened(0)) return this.build(0, onProgress);
    this.#openings.forgetAfter(0);
    this.#forgetPassed();
    return this.reset(0);
  }

  /** Goes on into step `stepIndex` from what the learner had made of the step before when it was passed. */
  enter(stepIndex: number): Promise<Result<Opening, SqlFailure>> {
    return this.#away(async () => {
      if (this.#passed?.stepIndex === stepIndex - 1) {
        const restored = await this.#engine.restore(this.#passed.snapshot);
        if (!restored.ok) return restored;
      }
      const prepared = await this.#prepare(this.#sectionAt(stepIndex).setup);
      if (!prepared.ok) return prepared;
      this.#section = stepIndex;
      return this.#openings.keep(stepIndex);
    });
  }

  /** Puts the state back in which section `index` was opened. */
  reset(index: number): Promise<Result<Opening, SqlFailure>> {
    return this.#away(async () => {
      const opening = this.#openings.get(index);
      if (opening === null) return err(neverOpened);
      const restored = await this.#openings.restore(index, opening);
      if (restored.ok) this.#section = index;
      return restored;
    });
  }

  /** Lets the database go to another lesson. */
  close(): void {
    this.#isLive = false;
    this.#unsubscribe();
    this.forgetAll();
  }

  /** Frees every state that is kept; after it nothing can be reset until the lesson is built again. */
  forgetAll(): void {
    this.runs.forgetAll();
    this.#openings.forgetAll();
    this.#forgetPassed();
  }

  hasOpened(index: number): boolean {
    return this.#openings.get(index) !== null;
  }

  catalog(): Promise<Result<Catalog, SqlFailure>> {
    return this.#serially(() => this.#engine.catalog());
  }

  /** Runs try `tryIndex` of a section on a copy of the state in which the section was opened, after the tries before it. */
  runTry(index: number, tryIndex: number, options: RunOptions): Promise<Result<RunOutcome, SqlFailure>> {
    return this.#aside(async () => {
      const live = await this.#engine.snapshot();
      if (!live.ok) return live;
      const opening = await this.#openOnCopy(index);
      const outcome = opening.ok ? await this.#tryOn(opening.value, index, tryIndex, options) : opening;
      const restored = await putBack(this.#engine, live.value);
      this.#engine.forget(live.value);
      return restored.ok ? outcome : restored;
    });
  }

  grade(stepIndex: number, answer: RunOutcome | null, options: RunOptions): Promise<Result<GradedStep, SqlFailure>> {
    return this.#aside(async () => {
      const step = this.#bundle.lesson.steps[stepIndex];
      const opening = this.#openings.get(stepIndex);
      if (step === undefined || opening === null || opening.catalog === null) return err(neverOpened);
      const before = { snapshot: opening.snapshot, catalog: opening.catalog };
      const engine = new AskingEngine(this.#engine, options);
      const graded = await gradeStep(step, { engine, before, answer });
      if (engine.interruption !== null) return err(engine.interruption);
      if (graded.passed) await this.#keepPassed(stepIndex);
      return ok(graded);
    });
  }

  /** How a section was opened, or how the lesson's own answers lead to one that the learner has not come to. */
  async #openOnCopy(index: number): Promise<Result<KeptOpening, SqlFailure>> {
    const opening = this.#openings.get(index);
    if (opening !== null) return ok(opening);
    const restored = await this.#engine.restore(this.#pristine);
    if (!restored.ok) return restored;
    const prepared = await this.#prepare(scriptsBeforeStep(this.#bundle, index));
    return prepared.ok ? this.#openings.keep(index) : prepared;
  }

  async #tryOn(
    opening: KeptOpening,
    index: number,
    tryIndex: number,
    options: RunOptions,
  ): Promise<Result<RunOutcome, SqlFailure>> {
    const tries = this.#sectionAt(index).blocks.filter((block) => block.kind === 'try');
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

  async #prepare(blocks: readonly Pick<SqlBlock, 'sql'>[]): Promise<Result<void, SqlFailure>> {
    for (const { sql } of blocks) {
      const outcome = await this.#engine.run(sql, { rowLimit: 0 });
      const failed = outcome.statements.find((statement) => statement.kind === 'failed');
      if (failed !== undefined) return err(failed.failure);
    }
    return ok(undefined);
  }

  /** What is tried out after a step was passed is not to spoil the next one. */
  async #keepPassed(stepIndex: number): Promise<void> {
    const snapshot = await this.#engine.snapshot();
    if (!snapshot.ok) return;
    this.#forgetPassed();
    this.#passed = { stepIndex, snapshot: snapshot.value };
    this.#onKept();
  }

  #forgetPassed(): void {
    if (this.#passed !== null) this.#engine.forget(this.#passed.snapshot);
    this.#passed = null;
  }

  #sectionAt(index: number): Section {
    return this.#bundle.lesson.steps[index] ?? this.#bundle.lesson.introduction;
  }

  #sectionId(index: number): SectionId {
    return this.#bundle.lesson.steps[index]?.id ?? null;
  }

  #indexOf(section: SectionId): number {
    // The introduction has no step, and so the index before the first.
    return this.#bundle.lesson.steps.findIndex(({ id }) => id === section);
  }

  /** Does what leads the database elsewhere for a while: nothing on the way is to outlive the page. */
  #away<T>(task: () => Promise<Result<T, SqlFailure>>): Promise<Result<T, SqlFailure>> {
    return this.#serially(async () => {
      this.#isLive = false;
      const result = await task();
      if (result.ok) this.#isLive = true;
      if (this.#isLive) this.#onKept();
      return result;
    });
  }

  /** Leads the database elsewhere and back: however that goes, it is the learner's own again. */
  #aside<T>(task: () => Promise<Result<T, SqlFailure>>): Promise<Result<T, SqlFailure>> {
    return this.#away(async () => {
      const result = await task();
      this.#isLive = true;
      return result;
    });
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
