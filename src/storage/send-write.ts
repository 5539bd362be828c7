import { unwrap } from 'idb';
import type { Chunk } from '#core/engine/directory-state.ts';
import type { WritePlan, WriteRequest } from './plan-write.ts';
import type { ChunkRecord, ManifestPart, VaultDatabase } from './vault-database.ts';
import { xxhash32 } from './xxhash32.ts';

/** So many requests are made in one go when there are no more: 3 MB when all of them are chunks. */
const fewRequests = 96;
/** Of more, so many at once: the page can draw and answer between them. */
const requestsInSlice = 48;

/**
 * Carries a plan out in one transaction, wholly or not at all. A plan of few requests is handed over before this returns,
 * with the order to commit, so that the browser completes it even when the page is gone. `onHandedOver` is called when all
 * requests are made; the promise gives null when everything is stored, or why nothing is.
 *
 * Works on the browser's own objects: idb's promise of a transaction's end is rejected before the reason is known, and
 * each of its promises of a request would have to be caught.
 */
export function sendWrite(
  database: VaultDatabase,
  { place, requests }: WritePlan,
  onHandedOver: () => void,
): Promise<unknown> {
  const transaction = unwrap(database).transaction(['lessons', 'states', 'chunks'], 'readwrite');
  let next = 0;
  let thrown: unknown = null;
  const atOnce = requests.length <= fewRequests ? fewRequests : requestsInSlice;
  const sendSome = (): void => {
    try {
      const until = Math.min(next + atOnce, requests.length);
      let last: IDBRequest | null = null;
      for (; next < until; next++) {
        const request = requests[next];
        if (request !== undefined) last = makeRequest(transaction, place, request);
      }
      if (next < requests.length && last !== null) {
        last.addEventListener('success', sendSome);
        return;
      }
      transaction.commit();
      onHandedOver();
    } catch (error) {
      thrown = error;
      transaction.abort();
    }
  };
  sendSome();
  return new Promise((done) => {
    transaction.addEventListener('complete', () => done(null));
    transaction.addEventListener('abort', () => {
      done(thrown ?? transaction.error ?? new Error('The browser gave the write up.'));
    });
  });
}

/** The last of the requests that it takes. */
function makeRequest(transaction: IDBTransaction, place: string, request: WriteRequest): IDBRequest | null {
  switch (request.kind) {
    case 'replace-lesson': {
      const lessons = transaction.objectStore('lessons');
      lessons.delete(request.before);
      return lessons.add(request.after);
    }
    case 'put-chunk':
      return transaction.objectStore('chunks').put(chunkRecord(place, request.chunk, request.bytes));
    case 'put-manifest': {
      const { state, parts } = request;
      const puts = parts.map((bytes, part): IDBRequest => {
        const record: ManifestPart = { place, state, part, parts: parts.length, bytes, checksum: xxhash32(bytes) };
        return transaction.objectStore('states').put(record);
      });
      return puts.at(-1) ?? null;
    }
    case 'delete': {
      const { store, first, last } = request;
      // An array is greater than every number, so that all parts of the last state are in.
      const range =
        store === 'states'
          ? IDBKeyRange.bound([place, first], [place, last, []])
          : IDBKeyRange.bound([place, first], [place, last]);
      return transaction.objectStore(store).delete(range);
    }
  }
}

function chunkRecord(place: string, chunk: number, bytes: Chunk): ChunkRecord {
  // A view would be stored with the whole buffer that it looks into.
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  return { place, chunk, bytes: own, checksum: xxhash32(own) };
}
