import type { LessonBundle } from '#content/lesson.ts';
import { baseState } from '#core/engine/directory-state.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { LessonDatabase } from './lesson-database.ts';
import { LessonKeeper, type FoundLesson, type PageCircumstances } from '#state/keeping/lesson-keeper.ts';
import type { Services, ShelfEvent } from '#state/services.ts';

/** A lesson that has the page's database, and what was kept of it before. */
export interface LessonSession {
  readonly database: LessonDatabase;
  readonly keeper: LessonKeeper;
  readonly found: FoundLesson;
  /** Whether the engine was started on what was found. */
  readonly isStarted: boolean;
}

interface Start {
  readonly engine: Engine;
  readonly found: FoundLesson;
  readonly isStarted: boolean;
}

/** What the session tells the page unasked. */
export interface SessionListener {
  /** The database is being started again, and that is over. */
  readonly onRestarting: (isRestarting: boolean) => void;
  /** The database answers again after `failure`: with all that was reported as done, in a new session. */
  readonly onRecovery: (failure: SqlFailure) => void;
  /** Something is on its way to the browser's storage; what becomes of it is told by the shelf. */
  readonly onSaving: () => void;
  /** The place where the lesson outlives the page. */
  readonly onShelf: (event: ShelfEvent) => void;
  readonly circumstances: () => PageCircumstances;
}

/** The one database of the page: started when first asked for, handed from lesson to lesson. */
export class DatabaseSession {
  readonly #services: Pick<Services, 'startEngine' | 'vault'>;
  #starting: Promise<Result<Engine, string>> | null = null;
  #engineHeard: Engine | null = null;
  #pristine: SnapshotId | null = null;
  /** The lesson that this page has; its database is null where it needs none. */
  #open: { readonly database: LessonDatabase | null; readonly keeper: LessonKeeper } | null = null;
  #isOpening = false;
  #stops = 0;
  #listener: SessionListener | null = null;

  constructor(services: Pick<Services, 'startEngine' | 'vault'>) {
    this.#services = services;
  }

  /** The database of the lesson that is open, or null while none is, or while the database is not there. */
  get lesson(): LessonDatabase | null {
    return this.#open?.database ?? null;
  }

  /** False while another tab has the lesson, or while that is not known yet: nothing of it is to be written. */
  get isOwner(): boolean {
    return this.#open?.keeper.isOwner ?? !this.#isOpening;
  }

  listen(listener: SessionListener): void {
    this.#listener = listener;
  }

  /** Gives the database to a lesson. It is not led anywhere yet. */
  async openLesson(bundle: LessonBundle): Promise<Result<LessonSession, string>> {
    this.#isOpening = true;
    try {
      return await this.#openLesson(bundle);
    } finally {
      this.#isOpening = false;
    }
  }

  async #openLesson(bundle: LessonBundle): Promise<Result<LessonSession, string>> {
    const keeper = await this.#openKeeper(bundle);
    const reading = keeper.find();
    const started = await this.#startOn(reading);
    if (!started.ok) {
      await keeper.close();
      return started;
    }
    const { engine, found, isStarted } = started.value;
    const pristine = await this.#pristineOf(engine, found);
    if (!pristine.ok) return pristine;
    const database = new LessonDatabase(engine, bundle, pristine.value, () => this.save());
    this.#open = { database, keeper };
    keeper.subscribe((event) => this.#listener?.onShelf(event));
    return ok({ database, keeper, found, isStarted });
  }

  /** Takes up a lesson that needs no database, so that two tabs do not both write what is done in it. */
  async openWithoutDatabase(bundle: LessonBundle): Promise<void> {
    this.#isOpening = true;
    try {
      const keeper = await this.#openKeeper(bundle);
      this.#open = { database: null, keeper };
      keeper.subscribe((event) => this.#listener?.onShelf(event));
    } finally {
      this.#isOpening = false;
    }
  }

  async #openKeeper(bundle: LessonBundle): Promise<LessonKeeper> {
    await this.closeLesson();
    return LessonKeeper.open(this.#services.vault, bundle);
  }

  /** Its states are tens of megabytes that nobody would ask for again. */
  async closeLesson(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    open?.database?.close();
    await open?.keeper.close();
  }

  /** Keeps the lesson as it is now. */
  save(): void {
    const kept = this.#open?.database?.kept ?? null;
    if (kept === null || this.#listener === null) return;
    if (this.#open?.keeper.save(kept, this.#listener.circumstances()) === true) this.#listener.onSaving();
  }

  async takeOver(): Promise<void> {
    await this.#open?.keeper.takeOver();
  }

  /** How often the learner has pressed Stop. Who asks one question after another looks here, for none may be in flight. */
  get stops(): number {
    return this.#stops;
  }

  /** Stops the statement in flight. */
  async stop(): Promise<void> {
    this.#stops += 1;
    const started = await this.#starting;
    if (started?.ok === true) await started.value.stop();
  }

  /** Starts the engine, once, on what was kept if there is something; a start that failed is tried again. */
  async #startOn(reading: Promise<FoundLesson>): Promise<Result<Start, string>> {
    const isFirst = this.#starting === null;
    this.#starting ??= this.#services.startEngine(reading.then(({ kept }) => kept?.live ?? null));
    const started = await this.#starting;
    const found = await reading;
    if (started.ok) {
      this.#listenTo(started.value);
      return ok({ engine: started.value, found, isStarted: isFirst && found.kept !== null });
    }
    this.#starting = null;
    if (found.kept === null) return started;
    // It may be those very files that no database can be started from.
    return this.#startOn(Promise.resolve({ condition: 'unreadable', kept: null }));
  }

  #listenTo(engine: Engine): void {
    if (this.#engineHeard === engine) return;
    this.#engineHeard = engine;
    let lost: SqlFailure | null = null;
    engine.subscribe((event) => {
      if (event.kind === 'lost') {
        // Lost again without having answered: it did not start, and is tried again only when it is asked.
        this.#listener?.onRestarting(lost === null);
        lost = event.failure;
      }
      if (event.kind !== 'recovered' || lost === null) return;
      this.#listener?.onRestarting(false);
      if (this.lesson !== null) this.#listener?.onRecovery(lost);
      lost = null;
    });
  }

  /** The database as it is when nothing has been done to it. */
  async #pristineOf(engine: Engine, { kept }: FoundLesson): Promise<Result<SnapshotId, string>> {
    if (this.#pristine === null && kept !== null) this.#pristine = engine.adopt(baseState(engine.state().base));
    if (this.#pristine !== null) return ok(this.#pristine);
    const taken = await engine.snapshot();
    if (!taken.ok) return err('The database answered, but its first state could not be kept.');
    this.#pristine = taken.value;
    return taken;
  }
}
