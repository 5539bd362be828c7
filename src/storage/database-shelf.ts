import type { Shelf, ShelfContents, ShelfEvent, ShelfReading } from '#state/services.ts';
import { holdLesson, type LessonLock } from './lesson-lock.ts';
import { readLesson } from './read-lesson.ts';
import type { VaultConnection } from './vault-connection.ts';
import { randomName } from './vault-database.ts';
import { readingOf, WriteQueue } from './write-queue.ts';

export interface ShelfSurroundings {
  readonly connection: VaultConnection;
  readonly locks: LockManager | undefined;
  readonly onClosing: (closed: Promise<void>) => void;
}

/** One lesson as this tab holds it: as its owner, who writes, or as a reader. */
export class DatabaseShelf implements Shelf {
  readonly #lesson: string;
  readonly #surroundings: ShelfSurroundings;
  readonly #queue: WriteQueue;
  readonly #listeners = new Set<(event: ShelfEvent) => void>();
  /** Null while another tab is the owner. */
  #lock: LessonLock | null = null;

  private constructor(lesson: string, surroundings: ShelfSurroundings) {
    this.#lesson = lesson;
    this.#surroundings = surroundings;
    this.#queue = new WriteQueue(surroundings.connection, lesson, randomName(), (event) => {
      if (event.kind === 'taken-over') this.#lose();
      else this.#emit(event);
    });
  }

  static async open(lesson: string, surroundings: ShelfSurroundings): Promise<DatabaseShelf> {
    const shelf = new DatabaseShelf(lesson, surroundings);
    await shelf.#hold('if-available');
    return shelf;
  }

  get isOwner(): boolean {
    return this.#lock !== null;
  }

  async read(): Promise<ShelfReading> {
    if (this.isOwner) return this.#queue.read();
    const { connection } = this.#surroundings;
    try {
      return readingOf(await readLesson(await connection.open(), this.#lesson));
    } catch {
      return { condition: connection.database === null ? 'sound' : 'unreadable', contents: null };
    }
  }

  write(contents: ShelfContents): void {
    if (this.isOwner) this.#queue.write(contents);
  }

  async takeOver(): Promise<void> {
    if (!this.isOwner) await this.#hold('steal');
  }

  subscribe(listener: (event: ShelfEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    const closed = this.#close();
    this.#surroundings.onClosing(closed);
    return closed;
  }

  async #close(): Promise<void> {
    await this.#queue.idle();
    this.#queue.stop();
    this.#lock?.release();
    this.#lock = null;
  }

  async #hold(how: 'if-available' | 'steal'): Promise<void> {
    this.#lock = await holdLesson(this.#surroundings.locks, this.#lesson, how, () => this.#lose());
    if (this.#lock !== null) await this.#queue.claim();
  }

  #lose(): void {
    if (this.#lock === null) return;
    this.#lock.release();
    this.#lock = null;
    this.#queue.stop();
    this.#emit({ kind: 'taken-over' });
  }

  #emit(event: ShelfEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
