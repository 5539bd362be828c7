import type { ShelfContents, ShelfEvent, ShelfReading } from '#state/services.ts';
import { claimLesson, currentKey, setLessonAside } from './claim-lesson.ts';
import { emptyLedger, IdBook, type Ledger } from './ledger.ts';
import { planWrite } from './plan-write.ts';
import { readLesson, type LessonReading } from './read-lesson.ts';
import { sendWrite } from './send-write.ts';
import type { VaultConnection } from './vault-connection.ts';
import type { VaultDatabase } from './vault-database.ts';

/** A write that the browser has, and has not answered yet. */
interface Job {
  readonly ledger: Ledger;
  /** A write that this one builds on has failed, so that this one will collide. */
  isDoomed: boolean;
}

/**
 * The writes of a lesson's owner, in order. A small write goes to the browser at once, on the assumption that those
 * before it succeed; should one fail, the later ones collide and the last of them is tried again. While a large one is
 * handed over in slices, what comes meanwhile waits, and only the latest of it is written.
 */
export class WriteQueue {
  /** What is certainly stored. */
  #confirmed: Ledger | null = null;
  /** What will be when all that is under way succeeds. */
  #tip: Ledger | null = null;
  #book = new IdBook(1);
  #isClaimed = false;
  #isStopped = false;
  /** While the storage is read, no write may begin. */
  #isReading = false;
  /** After a failure that does not tell what is stored: it must be looked at before the next write. */
  #isInDoubt = true;
  #isSecondTry = false;
  /** The keeper was told that there is nothing. What a later look may find must not be replaced unseen. */
  #mustSetAside = false;
  /** While a large write is being handed over. */
  #isSending = false;
  readonly #underWay = new Set<Job>();
  #latest: ShelfContents | null = null;
  #waiting: ShelfContents | null = null;
  #whenIdle: (() => void)[] = [];

  readonly #connection: VaultConnection;
  readonly #lesson: string;
  readonly #owner: string;
  readonly #emit: (event: ShelfEvent) => void;

  constructor(connection: VaultConnection, lesson: string, owner: string, emit: (event: ShelfEvent) => void) {
    this.#connection = connection;
    this.#lesson = lesson;
    this.#owner = owner;
    this.#emit = emit;
  }

  write(contents: ShelfContents): void {
    this.#latest = contents;
    this.#waiting = contents;
    this.#advance();
  }

  async read(): Promise<ShelfReading> {
    while (!this.#isIdle) await this.idle();
    this.#isReading = true;
    const reading = (await this.#tryToRead()) ?? (await this.#tryToRead());
    this.#mustSetAside = reading === null;
    this.#isReading = false;
    this.#advance();
    return reading ?? { condition: this.#connection.database === null ? 'sound' : 'unreadable', contents: null };
  }

  async #tryToRead(): Promise<ShelfReading | null> {
    try {
      return await this.#load(await this.#connection.open());
    } catch {
      // It may be the connection that is broken, and not what is stored.
      this.#connection.forget();
      return null;
    }
  }

  /** Makes this tab the lesson's owner in the storage; where that fails now, it is tried again with the next write. */
  async claim(): Promise<void> {
    this.#isStopped = false;
    this.#isClaimed = false;
    this.#confirmed = null;
    this.#isInDoubt = true;
    try {
      await this.#claim(await this.#connection.open());
    } catch {
      this.#isClaimed = false;
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#waiting = null;
  }

  /** Resolves when everything that was written is stored, or has failed. */
  idle(): Promise<void> {
    return this.#isIdle ? Promise.resolve() : new Promise((done) => this.#whenIdle.push(done));
  }

  get #isIdle(): boolean {
    return this.#underWay.size === 0 && this.#waiting === null && !this.#isReading;
  }

  #advance(): void {
    if (this.#isIdle) {
      for (const done of this.#whenIdle.splice(0)) done();
      return;
    }
    if (this.#waiting === null || this.#isReading || this.#isSending || this.#isStopped) return;
    const { database } = this.#connection;
    if (database === null || this.#tip === null || this.#isInDoubt) void this.#lookBeforeWriting();
    else this.#send(database, this.#tip, this.#waiting);
  }

  #send(database: VaultDatabase, tip: Ledger, contents: ShelfContents): void {
    this.#waiting = null;
    this.#isSending = true;
    try {
      const plan = planWrite(tip, contents, this.#book);
      const job: Job = { ledger: plan.ledger, isDoomed: false };
      const outcome = sendWrite(database, plan, () => {
        this.#isSending = false;
        // What came meanwhile; a small write is handed over before anything can come.
        if (this.#waiting !== null) this.#advance();
      });
      this.#tip = plan.ledger;
      this.#underWay.add(job);
      void outcome.then((failure) => this.#settle(job, failure));
    } catch (failure) {
      this.#isSending = false;
      this.#refuse(failure);
      this.#advance();
    }
  }

  #settle(job: Job, failure: unknown): void {
    this.#underWay.delete(job);
    if (failure !== null) this.#isSending = false;
    if (failure === null) {
      this.#confirmed = job.ledger;
      this.#isSecondTry = false;
      if (this.#isIdle && !this.#isStopped) this.#emit({ kind: 'saved' });
    } else if (job.isDoomed) {
      if (this.#underWay.size === 0 && !this.#isStopped) this.#waiting = this.#latest;
    } else {
      for (const later of this.#underWay) later.isDoomed = true;
      this.#tip = this.#confirmed;
      if (!this.#isStopped) this.#refuse(failure);
    }
    this.#advance();
  }

  #refuse(failure: unknown): void {
    const { name, message } = failure instanceof Error ? failure : new Error(String(failure));
    // The connection is gone, or something else is stored than was thought: worth a look, and one more try.
    const mayBeStale = name === 'InvalidStateError' || name === 'ConstraintError';
    if (name === 'InvalidStateError') this.#connection.forget();
    if (name !== 'QuotaExceededError') this.#isInDoubt = true;
    if (mayBeStale && !this.#isSecondTry) {
      this.#isSecondTry = true;
      this.#waiting = this.#latest;
      return;
    }
    this.#isSecondTry = false;
    // Chromium gives no message when the storage is full.
    const reason = name === 'QuotaExceededError' ? 'full' : 'failed';
    this.#emit({ kind: 'not-saved', reason, message: message === '' ? name : message });
  }

  async #lookBeforeWriting(): Promise<void> {
    this.#isReading = true;
    try {
      const database = await this.#connection.open();
      const stored = await currentKey(database, this.#lesson);
      const known = this.#confirmed;
      const [, owner, number] = stored ?? [];
      if (this.#isClaimed && stored !== null && owner !== this.#owner) this.#lose();
      else if (known !== null && number === known.record.number) this.#trust(known);
      else await this.#load(database);
    } catch (failure) {
      this.#waiting = null;
      const message = failure instanceof Error ? failure.message : String(failure);
      this.#emit({ kind: 'not-saved', reason: 'failed', message });
    }
    this.#isReading = false;
    this.#advance();
  }

  /** Reads what is stored, and knows from then on what need not be written again. */
  async #load(database: VaultDatabase): Promise<ShelfReading> {
    if (!this.#isClaimed) await this.#claim(database);
    const reading = await this.#readOrGiveUp(database);
    if (reading.kind === 'absent') {
      // The site's storage was cleared under the page.
      this.#mustSetAside = false;
      await this.#claim(database);
      return this.#load(database);
    }
    const owner = reading.kind === 'read' ? reading.ledger.record.owner : reading.key[1];
    if (owner !== this.#owner) {
      this.#lose();
    } else if (reading.kind === 'read') {
      this.#book = reading.book;
      this.#trust(reading.ledger);
    } else {
      this.#book = new IdBook(1);
      this.#trust(emptyLedger(await setLessonAside(database, reading.key)));
    }
    return readingOf(reading);
  }

  async #readOrGiveUp(database: VaultDatabase): Promise<LessonReading> {
    if (!this.#mustSetAside) return readLesson(database, this.#lesson);
    const key = await currentKey(database, this.#lesson);
    return key === null ? { kind: 'absent' } : { kind: 'unreadable', key };
  }

  async #claim(database: VaultDatabase): Promise<void> {
    await claimLesson(database, this.#lesson, this.#owner);
    this.#isClaimed = true;
  }

  #lose(): void {
    this.stop();
    this.#emit({ kind: 'taken-over' });
  }

  #trust(ledger: Ledger): void {
    this.#confirmed = ledger;
    this.#tip = ledger;
    this.#isInDoubt = false;
    this.#mustSetAside = false;
  }
}

/** What the keeper is told. */
export function readingOf(reading: LessonReading): ShelfReading {
  switch (reading.kind) {
    case 'absent':
      return { condition: 'sound', contents: null };
    case 'unreadable':
      return { condition: 'unreadable', contents: null };
    case 'read':
      return { condition: reading.condition, contents: reading.contents };
  }
}
