import type { Chunk, DirectoryState } from '#core/engine/directory-state.ts';
import type { LessonRecord } from './vault-database.ts';

/** What is stored of a lesson, as the tab that owns it knows without asking. */
export interface Ledger {
  readonly record: LessonRecord;
  /** By id of a state, the ids of its chunks, each once. */
  readonly states: ReadonlyMap<number, readonly number[]>;
  /** By id of a chunk, how many states hold it. */
  readonly uses: ReadonlyMap<number, number>;
  /** Stored, and needed by nothing: what a broken generation has left behind. */
  readonly litter: { readonly states: readonly number[]; readonly chunks: readonly number[] };
}

/** Nothing stored but the record. */
export function emptyLedger(record: LessonRecord): Ledger {
  return { record, states: new Map(), uses: new Map(), litter: { states: [], chunks: [] } };
}

/**
 * Gives chunks and states their ids. The same object keeps its id, and no id is given twice: an id that the ledger has
 * stands for the bytes of its object, one that it has not (any more) must be stored (again).
 */
export class IdBook {
  readonly #ids = new WeakMap<Chunk | DirectoryState, number>();
  #next: number;

  constructor(next: number) {
    this.#next = next;
  }

  idOf(object: Chunk | DirectoryState): number {
    const known = this.#ids.get(object);
    if (known !== undefined) return known;
    const id = this.#next++;
    this.#ids.set(object, id);
    return id;
  }

  /** Learns an object that was read from the storage. */
  enter(object: Chunk | DirectoryState, id: number): void {
    this.#ids.set(object, id);
  }
}
