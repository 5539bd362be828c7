import type { LessonBundle } from '#content/lesson.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { LessonDatabase } from './lesson-database.ts';

/** The one database of the page: started when first asked for, handed from lesson to lesson as it was when it was new. */
export class DatabaseSession {
  readonly #startEngine: () => Promise<Result<Engine, string>>;
  #starting: Promise<Result<Engine, string>> | null = null;
  #pristine: SnapshotId | null = null;
  #lesson: LessonDatabase | null = null;
  /** Called when what the lesson had made of the database is gone; it has to be built anew. */
  onLoss: () => void = () => undefined;
  /** Called when the database was started anew, on the tables as they were last kept. */
  onRestart: () => void = () => undefined;

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
    started.value.subscribe((event) => {
      // A stopped database comes back empty; one that died comes back as it was last kept, if it ever was.
      if (event.kind === 'lost' && event.failure.kind === 'stopped') this.#drop();
      if (event.kind !== 'recovered' || this.#lesson === null) return;
      if (event.kept === 'nothing') this.#drop();
      else this.onRestart();
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
    // States that were kept before a loss may have gone with it; what answers then is empty.
    if (this.#pristine !== null && !(await engine.restore(this.#pristine)).ok) this.#pristine = null;
    if (this.#pristine === null) {
      const kept = await engine.snapshot();
      if (!kept.ok) return err('The database answered, but its first state could not be kept.');
      this.#pristine = kept.value;
    }
    this.#lesson = new LessonDatabase(engine, bundle, this.#pristine);
    return ok(this.#lesson);
  }

  #drop(): void {
    this.#lesson = null;
    this.onLoss();
  }

  /** Stops the statement in flight. */
  async stop(): Promise<void> {
    const started = await this.#starting;
    if (started?.ok === true) await started.value.stop();
  }
}
