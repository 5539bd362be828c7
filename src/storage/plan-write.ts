import type { Chunk, DirectoryState } from '#core/engine/directory-state.ts';
import type { ShelfContents } from '#state/services.ts';
import { newGeneration } from './generation.ts';
import type { IdBook, Ledger } from './ledger.ts';
import { chunksOf, encodeManifest } from './state-manifest.ts';
import { keyOf, type LessonKey, type LessonRecord } from './vault-database.ts';

/** One request to the storage. */
export type WriteRequest =
  | { readonly kind: 'replace-lesson'; readonly before: LessonKey; readonly after: LessonRecord }
  | { readonly kind: 'put-chunk'; readonly chunk: number; readonly bytes: Chunk }
  | { readonly kind: 'put-manifest'; readonly state: number; readonly parts: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly kind: 'delete'; readonly store: 'states' | 'chunks'; readonly first: number; readonly last: number };

export interface WritePlan {
  readonly place: string;
  readonly requests: readonly WriteRequest[];
  /** What is stored when the plan has been carried out. */
  readonly ledger: Ledger;
}

/**
 * How `contents` becomes the lesson's newest generation: puts only what the ledger does not have, and deletes what
 * neither this generation nor the one before needs. Takes time in proportion to the chunks of states that are new, and
 * of those that go.
 */
export function planWrite(ledger: Ledger, contents: ShelfContents, book: IdBook): WritePlan {
  const states = new Map(ledger.states);
  const uses = new Map(ledger.uses);
  const puts: WriteRequest[] = [];
  for (const state of new Set(Object.values(contents.states))) {
    if (!states.has(book.idOf(state))) puts.push(...addState(state, states, uses, book));
  }
  const record = nextRecord(ledger.record, contents, book);
  const needed = new Set([record.current, record.previous].flatMap((kept) => Object.values(kept?.states ?? {})));
  const gone = {
    states: [...ledger.litter.states, ...[...states.keys()].filter((id) => !needed.has(id))],
    chunks: [...ledger.litter.chunks],
  };
  for (const state of gone.states) {
    for (const chunk of states.get(state) ?? []) {
      const left = (uses.get(chunk) ?? 0) - 1;
      if (left > 0) {
        uses.set(chunk, left);
        continue;
      }
      uses.delete(chunk);
      gone.chunks.push(chunk);
    }
    states.delete(state);
  }
  // First the record: where it is refused, nothing is stored in vain.
  const requests: WriteRequest[] = [
    { kind: 'replace-lesson', before: keyOf(ledger.record), after: record },
    ...puts,
    ...deletes('states', gone.states),
    ...deletes('chunks', gone.chunks),
  ];
  return {
    place: record.place,
    requests,
    ledger: { record, states, uses, litter: { states: [], chunks: [] } },
  };
}

function nextRecord(before: LessonRecord, { states, note }: ShelfContents, book: IdBook): LessonRecord {
  const number = before.number + 1;
  const ids = Object.fromEntries(Object.entries(states).map(([name, state]) => [name, book.idOf(state)]));
  return { ...before, number, current: newGeneration({ number, states: ids, note }), previous: before.current };
}

function addState(
  state: DirectoryState,
  states: Map<number, readonly number[]>,
  uses: Map<number, number>,
  book: IdBook,
): readonly WriteRequest[] {
  const puts: WriteRequest[] = [];
  const chunks: number[] = [];
  for (const bytes of chunksOf(state)) {
    const chunk = book.idOf(bytes);
    const held = uses.get(chunk) ?? 0;
    if (held === 0) puts.push({ kind: 'put-chunk', chunk, bytes });
    uses.set(chunk, held + 1);
    chunks.push(chunk);
  }
  const id = book.idOf(state);
  states.set(id, chunks);
  return [...puts, { kind: 'put-manifest', state: id, parts: encodeManifest(state, (chunk) => book.idOf(chunk)) }];
}

/** Ids that follow each other go in one request. */
function deletes(store: 'states' | 'chunks', ids: readonly number[]): readonly WriteRequest[] {
  const runs: { kind: 'delete'; store: 'states' | 'chunks'; first: number; last: number }[] = [];
  for (const id of ids.toSorted((left, right) => left - right)) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === id) run.last = id;
    else runs.push({ kind: 'delete', store, first: id, last: id });
  }
  return runs;
}
