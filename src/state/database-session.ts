import type { LessonBundle } from '#content/lesson.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { LessonDatabase } from './lesson-database.ts';

/** The one database of the page: started when first asked for, handed from lesson to lesson as it was when it was new. */
export class DatabaseSession {
  readonly #startEngine: () => Promise<Result<Engine, string>>;
  #starting: Promise<Result<Engine, string>> | null = null;
  #pristine: SnapshotId | null = null;
  #lesson: LessonDatabase | null = null;
  /** Called when the database answers again after `failure`: with all that was reported as done, in a new session. */
  onRecovery: (failure: SqlFailure) => void = () => undefined;

  constructor(startEngine: () => Promise<Result<Engine, string>>) {
    this.#startEngine = startEngine;
  }

  /** The lesson that is open, or null while none is, or while the database is not there. */
  get lesson(): LessonDatabase | null {
    return this.#lesson;
  }

  /** Starts the engine, once; after a failed start the next call tries again. */
  async engine(): Promise<Result<Engine, string>> {
    this.#starting ??= this.#startAndListen();
    const started = await this.#starting;
    if (!started.ok) this.#starting = null;
    return started;
  }

  async #startAndListen(): Promise<Result<Engine, string>> {
    const started = await this.#startEngine();
    if (!started.ok) return started;
    let lost: SqlFailure | null = null;
    started.value.subscribe((event) => {
      if (event.kind === 'lost') lost = event.failure;
      if (event.kind !== 'recovered' || lost === null) return;
      if (this.#lesson !== null) this.onRecovery(lost);
      lost = null;
    });
    return started;
  }

  /** Gives the database to a lesson. */
  async openLesson(bundle: LessonBundle): Promise<Result<LessonDatabase, string>> {
    // Its states are tens of megabytes that nobody would ask for again.
    this.#lesson?.forgetAll();
    this.#lesson = null;
    const started = await this.engine();
    if (!started.ok) return started;
    const engine = started.value;
    if (this.#pristine === null) {
      const kept = await engine.snapshot();
      if (!kept.ok) return err('The database answered, but its first state could not be kept.');
      this.#pristine = kept.value;
    }
    this.#lesson = new LessonDatabase(engine, bundle, this.#pristine);
    return ok(this.#lesson);
  }

  /** Stops the statement in flight. */
  async stop(): Promise<void> {
    const started = await this.#starting;
    if (started?.ok === true) await started.value.stop();
  }
}
