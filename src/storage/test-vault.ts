import { unwrap } from 'idb';
import type { Chunk, DirectoryState } from '#core/engine/directory-state.ts';
import type { Shelf, ShelfContents, ShelfEvent, ShelfReading } from '#state/services.ts';
import { databaseVault } from './database-vault.ts';
import { openVaultDatabase } from './vault-database.ts';

/** What the tests of the vault share: contents to write, a look at what is stored, and damage. */

/** A chunk that is all one byte. */
export function chunk(byte: number, length = 64): Chunk {
  return new Uint8Array(length).fill(byte);
}

/** A state with one file for each list of chunks. */
export function state(...files: (readonly (Chunk | null)[])[]): DirectoryState {
  return {
    base: 'base-1',
    files: new Map(
      files.map((chunks, index) => [
        `/data/base/${index}`,
        { size: chunks.reduce((size, bytes) => size + (bytes?.length ?? 64), 0), chunks },
      ]),
    ),
    directories: new Set(['/data/made']),
    removed: new Set(['/data/gone']),
  };
}

export function contents(states: ShelfContents['states'], note: unknown = null): ShelfContents {
  return { states, note };
}

/** Another tab: a vault with a connection of its own. */
export function openShelf(lesson = 'forms/first', locks?: LockManager): Promise<Shelf> {
  return databaseVault({ locks, onFirstSave: () => undefined }).open(lesson);
}

/** What a tab that is opened now would find. */
export async function readAfresh(lesson = 'forms/first'): Promise<ShelfReading> {
  const shelf = await openShelf(lesson);
  const reading = await shelf.read();
  await shelf.close();
  return reading;
}

/** Writes, and waits until the browser has answered. */
export async function writeAndWait(shelf: Shelf, written: ShelfContents): Promise<ShelfEvent> {
  const answer = nextEvent(shelf);
  shelf.write(written);
  return answer;
}

export function nextEvent(shelf: Shelf): Promise<ShelfEvent> {
  return new Promise((done) => {
    const unsubscribe = shelf.subscribe((event) => {
      unsubscribe();
      done(event);
    });
  });
}

export type StoreName = 'lessons' | 'states' | 'chunks' | 'set-aside';

/** The records themselves, as the browser has them. */
export async function stored(store: StoreName): Promise<Record<string, unknown>[]> {
  const database = await openVaultDatabase(() => undefined);
  const records: unknown[] = await database.getAll(store);
  database.close();
  return records as Record<string, unknown>[];
}

/** Puts another record in the place of one; `undefined` takes it away. */
export async function damage(
  store: StoreName,
  record: Record<string, unknown>,
  change: (record: Record<string, unknown>) => Record<string, unknown> | undefined,
): Promise<void> {
  const database = await openVaultDatabase(() => undefined);
  const transaction = unwrap(database).transaction(store, 'readwrite');
  const records = transaction.objectStore(store);
  const path = records.keyPath as string[];
  const damaged = change(record);
  if (damaged === undefined) records.delete(path.map((part) => record[part]) as IDBValidKey[]);
  else records.put(damaged);
  await new Promise((done) => transaction.addEventListener('complete', done));
  database.close();
}

export function flipByte(record: Record<string, unknown>, at = 0): Record<string, unknown> {
  const bytes = (record['bytes'] as Uint8Array).slice();
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return { ...record, bytes };
}
