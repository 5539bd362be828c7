import type { DatabaseVault, Shelf, ShelfContents, ShelfEvent } from '#state/services.ts';

/** A vault that lasts as long as the page: for pages that are written ahead of time, and for tests. */
export function memoryVault(): DatabaseVault {
  const kept = new Map<string, ShelfContents>();
  const owners = new Map<string, MemoryShelf>();
  return { open: (lessonId) => Promise.resolve(new MemoryShelf(lessonId, kept, owners)) };
}

class MemoryShelf implements Shelf {
  readonly #listeners = new Set<(event: ShelfEvent) => void>();

  readonly #lesson: string;
  readonly #kept: Map<string, ShelfContents>;
  readonly #owners: Map<string, MemoryShelf>;

  constructor(lesson: string, kept: Map<string, ShelfContents>, owners: Map<string, MemoryShelf>) {
    this.#lesson = lesson;
    this.#kept = kept;
    this.#owners = owners;
    if (!owners.has(lesson)) owners.set(lesson, this);
  }

  get isOwner(): boolean {
    return this.#owners.get(this.#lesson) === this;
  }

  read(): ReturnType<Shelf['read']> {
    return Promise.resolve({ condition: 'sound', contents: this.#kept.get(this.#lesson) ?? null });
  }

  write(contents: ShelfContents): void {
    if (!this.isOwner) return;
    this.#kept.set(this.#lesson, contents);
    queueMicrotask(() => this.#emit({ kind: 'saved' }));
  }

  takeOver(): Promise<void> {
    const robbed = this.#owners.get(this.#lesson);
    this.#owners.set(this.#lesson, this);
    if (robbed !== undefined && robbed !== this) robbed.#emit({ kind: 'taken-over' });
    return Promise.resolve();
  }

  subscribe(listener: (event: ShelfEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    if (this.isOwner) this.#owners.delete(this.#lesson);
    return Promise.resolve();
  }

  #emit(event: ShelfEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
