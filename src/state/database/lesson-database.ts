import { gradeStep, type GradedStep } from '#content/grade-step.ts';
import type { LabFigures } from '#content/grade-labs.ts';
import { scriptsBeforeLesson } from '#content/opening-scripts.ts';
import type { LessonBundle, Section } from '#content/lesson.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { AskingEngine } from './asking-engine.ts';
import type { KeptLesson, SectionId } from '#state/keeping/kept-lesson.ts';
import { LessonFiles } from './lesson-files.ts';
import { LessonImports } from './lesson-imports.ts';
import { LessonOpenings, neverOpened, type Opening } from './lesson-openings.ts';
import { LessonTries } from './lesson-tries.ts';
import { LessonTurns } from './lesson-turns.ts';
import { prepare } from './prepare.ts';
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
  readonly #turns: LessonTurns;
  readonly #openings: LessonOpenings;
  readonly #tries: LessonTries;
  /** The database as it was when a step was last passed. */
  #passed: { readonly stepIndex: number; readonly snapshot: SnapshotId } | null = null;
  /** The section that the learner's database belongs to. */
  #section = introductionIndex;
  /** Whether its openings are those of an earlier text of the lesson. */
  #isOutdated = false;
  readonly files: LessonFiles;
  readonly imports: LessonImports;
  readonly #onKept: () => void;
  readonly #unsubscribe: () => void;
  /** What the learner runs, and the states it left. */
  readonly runs: RunStates;

  /** `onKept` hears whenever what `kept` returns is another than before. */
  constructor(engine: Engine, bundle: LessonBundle, pristine: SnapshotId, onKept: () => void) {
    this.#engine = engine;
    this.#bundle = bundle;
    this.#pristine = pristine;
    this.#turns = new LessonTurns(onKept);
    this.#openings = new LessonOpenings(engine);
    this.#tries = new LessonTries(engine, bundle, pristine, this.#openings);
    this.files = new LessonFiles(engine, this.#turns);
    this.imports = new LessonImports(engine, this.#turns, pristine);
    this.runs = new RunStates(engine, this.#turns);
    this.#onKept = onKept;
    this.#unsubscribe = engine.subscribe(({ kind }) => {
      if (kind === 'changed' && this.#turns.isHome) onKept();
    });
  }

  /** What is to outlive the page; null while the database is on its way somewhere. */
  get kept(): KeptLesson | null {
    const catalog = this.#openings.get(this.#section)?.catalog ?? null;
    if (!this.#turns.isHome || catalog === null) return null;
    return {
      live: this.#engine.state(),
      section: this.#sectionId(this.#section),
      catalog,
      before: this.runs.beforeLast,
      openings: new Map(this.#openings.states().map(([index, state]) => [this.#sectionId(index), state])),
      passed: this.#passed && {
        section: this.#sectionId(this.#passed.stepIndex),
        state: this.#engine.state(this.#passed.snapshot),
      },
    };
  }

  /** Goes on where an earlier visit stopped. */
  resume(kept: KeptLesson, { isStarted, isOutdated }: ResumeOptions): Promise<Result<Opening, SqlFailure>> {
    return this.#turns.away(async () => {
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
      this.#moveTo(this.#indexOf(kept.section));
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
    return this.#turns.away(async () => {
      const { lesson } = this.#bundle;
      this.forgetAll();
      this.#isOutdated = false;
      const restored = await this.#engine.restore(this.#pristine);
      if (!restored.ok) return restored;
      const total = stepIndex + 2;
      onProgress(0, total);
      const start = await prepare(this.#engine, scriptsBeforeLesson(this.#bundle));
      if (!start.ok) return start;
      let reached = await this.#openings.keep(introductionIndex);
      for (let index = 0; index <= stepIndex && reached.ok; index += 1) {
        onProgress(index + 1, total);
        const before = index === 0 ? null : lesson.steps[index - 1]?.solution;
        const setup = lesson.steps[index]?.setup ?? [];
        const prepared = await prepare(this.#engine, before == null ? setup : [before, ...setup]);
        if (!prepared.ok) return prepared;
        reached = await this.#openings.keep(index);
      }
      this.#moveTo(stepIndex);
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
    return this.#turns.away(async () => {
      if (this.#passed?.stepIndex === stepIndex - 1) {
        const restored = await this.#engine.restore(this.#passed.snapshot);
        if (!restored.ok) return restored;
      }
      const prepared = await prepare(this.#engine, this.#sectionAt(stepIndex).setup);
      if (!prepared.ok) return prepared;
      this.#moveTo(stepIndex);
      return this.#openings.keep(stepIndex);
    });
  }

  /** Puts the state back in which section `index` was opened. */
  reset(index: number): Promise<Result<Opening, SqlFailure>> {
    return this.#turns.away(async () => {
      const opening = this.#openings.get(index);
      if (opening === null) return err(neverOpened);
      const restored = await this.#openings.restore(index, opening);
      if (restored.ok) this.#moveTo(index);
      return restored;
    });
  }

  /** Lets the database go to another lesson. */
  close(): void {
    this.#turns.end();
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
    return this.#turns.serially(() => this.#engine.catalog());
  }

  /** Asks something of the learner's tables as they are; nothing of it remains. */
  probe(sql: string, options: RunOptions): Promise<RunOutcome> {
    return this.#turns.serially(() => this.#engine.probe(sql, options));
  }

  /** Runs try `tryIndex` of a section on a copy of the state in which the section was opened, after the tries before it. */
  runTry(index: number, tryIndex: number, options: RunOptions): Promise<Result<RunOutcome, SqlFailure>> {
    return this.#turns.aside(() => this.#tries.run(index, tryIndex, options));
  }

  /** `labs` are the figures that the learner's runs of the lesson's labs gave. */
  grade(
    stepIndex: number,
    { answer, labs }: { readonly answer: RunOutcome | null; readonly labs: LabFigures },
    options: RunOptions,
  ): Promise<Result<GradedStep, SqlFailure>> {
    return this.#turns.aside(async () => {
      const step = this.#bundle.lesson.steps[stepIndex];
      const opening = this.#openings.get(stepIndex);
      if (step === undefined || opening === null || opening.catalog === null) return err(neverOpened);
      const before = { snapshot: opening.snapshot, catalog: opening.catalog };
      const engine = new AskingEngine(this.#engine, options);
      const graded = await gradeStep(step, { engine, before, answer, labs });
      if (engine.interruption !== null) return err(engine.interruption);
      if (graded.passed) await this.#keepPassed(stepIndex);
      return ok(graded);
    });
  }

  /** What is tried out after a step was passed is not to spoil the next one. */
  async #keepPassed(stepIndex: number): Promise<void> {
    const snapshot = await this.#engine.snapshot();
    if (!snapshot.ok) return;
    this.#forgetPassed();
    this.#passed = { stepIndex, snapshot: snapshot.value };
    this.#onKept();
  }

  #moveTo(index: number): void {
    if (index !== this.#section) this.runs.beginAnew();
    this.#section = index;
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
}
