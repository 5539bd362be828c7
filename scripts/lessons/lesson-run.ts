import { describeFailure } from '#content/checks/failure-words.ts';
import type { GradingContext } from '#content/grade-step.ts';
import type { LessonBundle, OpeningScript, Place, SqlBlock } from '#content/lesson.ts';
import { placeAt } from '#content/parse/report.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome } from '#core/engine/outcome.ts';
import type { LessonWatch, TimeLimits } from './lesson-watch.ts';

export const usualLimits: TimeLimits = { setupMs: 10_000, answerMs: 30_000 };

export interface LessonToCheck {
  readonly bundle: LessonBundle;
  /** Where the lesson names its dataset or the lesson it continues. */
  readonly openingPlace: Place;
  readonly limits: TimeLimits;
}

export type KeptState = GradingContext['before'];

/** Why a script that must go through did not: "fails: …". */
interface Fault {
  readonly place: Place;
  readonly words: string;
}

/** One lesson on the database of the gate: runs its scripts within their times, and reports what goes wrong. */
export class LessonRun {
  readonly engine: Engine;
  readonly watch: LessonWatch;
  /** Where the lesson names its dataset or the lesson it continues. */
  readonly #openingPlace: Place;
  readonly #kept: SnapshotId[] = [];
  #setupMs = 0;

  constructor(engine: Engine, openingPlace: Place, watch: LessonWatch) {
    this.engine = engine;
    this.watch = watch;
    this.#openingPlace = openingPlace;
  }

  report(place: Place, message: string): void {
    this.watch.report(place, message);
  }

  /** Runs scripts that lead to a state. False, after a report, where they do not. */
  async prepare(scripts: readonly OpeningScript[]): Promise<boolean> {
    for (const script of scripts) {
      const { setupMs } = this.watch.limits;
      const limit = `The ${script.role} did not end in time: all setup of a lesson has ${setupMs / 1000} s.`;
      const blame = this.watch.problem(this.#placeOf(script, script.place), limit);
      this.watch.begins(setupMs - this.#setupMs, blame);
      const startedAt = process.cpuUsage();
      const outcome = await this.engine.run(script.sql, { rowLimit: 0 });
      this.watch.ended();
      const { user, system } = process.cpuUsage(startedAt);
      this.#setupMs += (user + system) / 1000;
      const fault = findFault(script, outcome);
      if (fault !== null) {
        const { line, column } = fault.place;
        const whereabouts = script.file === this.watch.lesson.file ? '' : ` in \`${script.file}:${line}:${column}\``;
        this.report(this.#placeOf(script, fault.place), `The ${script.role}${whereabouts} ${fault.words}.`);
        return false;
      }
      if (this.#setupMs > setupMs) {
        this.report(blame, blame.message);
        return false;
      }
    }
    return true;
  }

  /** Runs an answer or a try; `name` is how a problem calls it: "This right answer". */
  async run({ sql, place }: SqlBlock, name: string): Promise<RunOutcome> {
    this.watch.answerBegins(place, name);
    return this.engine.run(sql);
  }

  /** Runs an answer that must go through as a whole. Null, after a report at `blame` or where it stopped, where it does not. */
  async runThrough(block: SqlBlock, name: string, blame?: Place): Promise<RunOutcome | null> {
    const outcome = await this.run(block, name);
    const fault = findFault(block, outcome);
    if (fault === null) return outcome;
    this.report(blame ?? fault.place, `${name} ${fault.words}.`);
    return null;
  }

  /** Keeps the state as it is now, and what the catalog says of it. */
  async keep(): Promise<KeptState> {
    const catalog = await this.engine.catalog();
    if (!catalog.ok) throw new Error(`The catalog cannot be read: ${describeFailure(catalog.error)}`);
    return { catalog: catalog.value, snapshot: await this.keepSnapshot() };
  }

  async keepSnapshot(): Promise<SnapshotId> {
    const snapshot = await this.engine.snapshot();
    if (!snapshot.ok) throw new Error(`The state cannot be kept: ${describeFailure(snapshot.error)}`);
    this.#kept.push(snapshot.value);
    return snapshot.value;
  }

  async putBack(snapshot: SnapshotId): Promise<void> {
    const restored = await this.engine.restore(snapshot);
    if (!restored.ok) throw new Error(`There is no way back: ${describeFailure(restored.error)}`);
  }

  /** Frees the states of the lesson, once it is done. */
  forgetStates(): void {
    for (const snapshot of this.#kept) this.engine.forget(snapshot);
  }

  #placeOf(script: OpeningScript, place: Place): Place {
    return script.file === this.watch.lesson.file ? place : this.#openingPlace;
  }
}

function findFault({ sql, place }: SqlBlock, { statements, transaction }: RunOutcome): Fault | null {
  const failed = statements.find((statement) => statement.kind === 'failed');
  if (failed !== undefined) {
    const { failure, start } = failed;
    const offset = (failure.kind === 'statement' ? failure.position : undefined) ?? start;
    return { place: placeAt(place, sql, offset), words: `fails: ${describeFailure(failure)}` };
  }
  return transaction === 'idle' ? null : { place, words: 'leaves a transaction open; end it with `commit`' };
}
