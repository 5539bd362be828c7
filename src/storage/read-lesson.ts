import type { Chunk, DirectoryState } from '#core/engine/directory-state.ts';
import type { ShelfContents } from '#state/services.ts';
import { newGeneration, readRecord } from './generation.ts';
import { IdBook, type Ledger } from './ledger.ts';
import { chunksOf, decodeManifest } from './state-manifest.ts';
import type { ChunkRecord, Generation, LessonKey, ManifestPart, VaultDatabase, VaultSchema } from './vault-database.ts';
import { xxhash32 } from './xxhash32.ts';

export type LessonReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly key: LessonKey }
  | {
      readonly kind: 'read';
      readonly condition: 'sound' | 'fell-back';
      /** Null when nothing was ever written. */
      readonly contents: ShelfContents | null;
      readonly ledger: Ledger;
      readonly book: IdBook;
    };

/**
 * The newest generation of a lesson that is whole: every checksum right, every chunk there. Where none is, the states of
 * the newest that are. Chunks and states that generations share are shared objects again.
 */
export async function readLesson(database: VaultDatabase, lesson: string): Promise<LessonReading> {
  const transaction = database.transaction(['lessons', 'states', 'chunks']);
  // A reading that fails says so itself.
  transaction.done.catch(() => undefined);
  const stored = await transaction.objectStore('lessons').index('lesson').get(lesson);
  if (stored === undefined) return { kind: 'absent' };
  const key: LessonKey = [stored.lesson, stored.owner, stored.number];
  const read = readRecord(stored);
  if (read === null) return { kind: 'unreadable', key };
  const { record } = read;
  const parts = await transaction.objectStore('states').getAll(placeRange(record.place));
  const chunks = await readChunks(transaction.objectStore('chunks'), record.place);
  const place = new Place(parts, chunks);
  const whole = read.generations.flatMap((generation) => {
    const contents = place.contentsOf(generation);
    return contents === null ? [] : [{ generation, contents }];
  });
  const [newest = place.salvage(read.generations), older] = whole;
  if (newest === undefined && !read.isEmpty) return { kind: 'unreadable', key };
  return {
    kind: 'read',
    condition: newest === undefined || newest.generation === record.current ? 'sound' : 'fell-back',
    contents: newest?.contents ?? null,
    ...place.account({ ...record, current: newest?.generation ?? null, previous: older?.generation ?? null }),
  };
}

/** What is stored under one lesson's place, looked at when it is needed. */
class Place {
  readonly #parts: ReadonlyMap<number, readonly ManifestPart[]>;
  readonly #chunks: ReadonlyMap<number, ChunkRecord>;
  readonly #sound = new Map<number, Chunk | null>();
  readonly #states = new Map<number, DirectoryState | null>();

  constructor(parts: readonly ManifestPart[], chunks: ReadonlyMap<number, ChunkRecord>) {
    const byState = new Map<number, ManifestPart[]>();
    for (const part of parts) byState.set(part.state, [...(byState.get(part.state) ?? []), part]);
    this.#parts = byState;
    this.#chunks = chunks;
  }

  contentsOf({ states, note }: Generation): ShelfContents | null {
    const found: Record<string, DirectoryState> = {};
    for (const [name, id] of Object.entries(states)) {
      const state = this.#state(id);
      if (state === null) return null;
      found[name] = state;
    }
    return { states: found, note };
  }

  /** What is left of the newest generation that has something left. */
  salvage(
    generations: readonly Generation[],
  ): { readonly generation: Generation; readonly contents: ShelfContents } | undefined {
    for (const { number, states, note } of generations) {
      const left = Object.entries(states).filter(([, id]) => this.#state(id) !== null);
      if (left.length === 0) continue;
      const generation = newGeneration({ number, states: Object.fromEntries(left), note });
      const contents = this.contentsOf(generation);
      if (contents !== null) return { generation, contents };
    }
    return undefined;
  }

  /** The books of what is stored, when `record` names what is to be kept of it. */
  account(record: Ledger['record']): { readonly ledger: Ledger; readonly book: IdBook } {
    const ids = [...this.#parts.keys(), ...this.#chunks.keys()];
    const book = new IdBook(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
    for (const [id, chunk] of this.#sound) if (chunk !== null) book.enter(chunk, id);
    const states = new Map<number, readonly number[]>();
    const uses = new Map<number, number>();
    for (const generation of [record.current, record.previous]) {
      for (const id of Object.values(generation?.states ?? {})) {
        const state = this.#state(id);
        if (state === null || states.has(id)) continue;
        book.enter(state, id);
        const held = Array.from(chunksOf(state), (chunk) => book.idOf(chunk));
        for (const chunk of held) uses.set(chunk, (uses.get(chunk) ?? 0) + 1);
        states.set(id, held);
      }
    }
    const litter = {
      states: [...this.#parts.keys()].filter((id) => !states.has(id)),
      chunks: [...this.#chunks.keys()].filter((id) => !uses.has(id)),
    };
    return { ledger: { record, states, uses, litter }, book };
  }

  #state(id: number): DirectoryState | null {
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const bytes = join(this.#parts.get(id) ?? []);
    const state = bytes === null ? null : decodeManifest(bytes, (chunk) => this.#chunk(chunk));
    this.#states.set(id, state);
    return state;
  }

  #chunk(id: number): Chunk | null {
    const known = this.#sound.get(id);
    if (known !== undefined) return known;
    const record = this.#chunks.get(id);
    const chunk = record !== undefined && isSound(record) ? record.bytes : null;
    this.#sound.set(id, chunk);
    return chunk;
  }
}

/** The bytes of a manifest; null when one of its parts is missing or damaged. */
function join(parts: readonly ManifestPart[]): Uint8Array | null {
  const isWhole = parts.length > 0 && parts.every((part, at) => part.part === at && part.parts === parts.length);
  if (!isWhole || !parts.every(isSound)) return null;
  const joined = new Uint8Array(parts.reduce((length, { bytes }) => length + bytes.length, 0));
  let at = 0;
  for (const { bytes } of parts) {
    joined.set(bytes, at);
    at += bytes.length;
  }
  return joined;
}

/** Of a damaged record nothing is sure but its key. */
function isSound({ bytes, checksum }: { readonly bytes: unknown; readonly checksum: unknown }): boolean {
  return bytes instanceof Uint8Array && xxhash32(bytes) === checksum;
}

function placeRange(place: string): IDBKeyRange {
  return IDBKeyRange.bound([place], [place, []]);
}

/** 4 MB: all of them at once would be held twice in memory. */
const chunksAtOnce = 128;

/** Many single answers: in Chromium 30 MB come in half the time that one answer with all of them takes. */
async function readChunks(store: ChunkStore, place: string): Promise<ReadonlyMap<number, ChunkRecord>> {
  const chunks = new Map<number, ChunkRecord>();
  const keys = await store.getAllKeys(placeRange(place));
  for (let at = 0; at < keys.length; at += chunksAtOnce) {
    const records = await Promise.all(keys.slice(at, at + chunksAtOnce).map((key) => store.get(key)));
    for (const record of records) if (record !== undefined) chunks.set(record.chunk, record);
  }
  return chunks;
}

type ChunkKey = VaultSchema['chunks']['key'];

interface ChunkStore {
  getAllKeys(range: IDBKeyRange): Promise<ChunkKey[]>;
  get(key: ChunkKey): Promise<ChunkRecord | undefined>;
}
