import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Chunk } from '#core/engine/directory-state.ts';

/**
 * The browser's own storage as the vault uses it. A lesson has one record; what that record names lies in the other
 * stores under the record's `place`, so that a lesson is set aside whole by moving its one record.
 */
export interface VaultSchema extends DBSchema {
  lessons: { key: LessonKey; value: LessonRecord; indexes: { lesson: string } };
  states: { key: [place: string, state: number, part: number]; value: ManifestPart };
  chunks: { key: [place: string, chunk: number]; value: ChunkRecord };
  'set-aside': { key: number; value: { readonly record: unknown } };
}

export type VaultDatabase = IDBPDatabase<VaultSchema>;
export type LessonKey = [lesson: string, owner: string, number: number];

export const recordVersion = 1;

/**
 * Lesson, owner and number are its primary key, and the lesson alone must be unique. A write deletes the very record that
 * it builds on and adds the next: if that record is not the one that is there, because another tab has claimed the lesson
 * or an earlier write failed, the two collide and the whole transaction is undone by the browser itself. So a write needs
 * to ask nothing first, and can be handed over in one go.
 */
export interface LessonRecord {
  readonly lesson: string;
  readonly owner: string;
  /** Counts the writes. */
  readonly number: number;
  readonly version: number;
  readonly place: string;
  readonly current: Generation | null;
  readonly previous: Generation | null;
}

/** What one write stored. */
export interface Generation {
  readonly number: number;
  /** By name, the state's id. */
  readonly states: Readonly<Record<string, number>>;
  readonly note: unknown;
  readonly checksum: number;
}

/** A stretch of a state's manifest, which is cut so that no record is large. */
export interface ManifestPart {
  readonly place: string;
  readonly state: number;
  readonly part: number;
  readonly parts: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly checksum: number;
}

/** Chromium hands values above 64 kB over through the living page; a chunk is smaller and has a record of its own. */
export interface ChunkRecord {
  readonly place: string;
  readonly chunk: number;
  readonly bytes: Chunk;
  readonly checksum: number;
}

export function keyOf({ lesson, owner, number }: LessonRecord): LessonKey {
  return [lesson, owner, number];
}

/** A lesson of which nothing is stored yet. */
export function freshRecord(lesson: string, owner: string): LessonRecord {
  return { lesson, owner, number: 0, version: recordVersion, place: randomName(), current: null, previous: null };
}

/** `crypto.randomUUID` is missing on pages that were fetched over plain http. */
export function randomName(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join('-');
}

export function openVaultDatabase(onClosed: () => void): Promise<VaultDatabase> {
  return openDB<VaultSchema>('rowhouse', 1, {
    upgrade(database) {
      database
        .createObjectStore('lessons', { keyPath: ['lesson', 'owner', 'number'] })
        .createIndex('lesson', 'lesson', { unique: true });
      database.createObjectStore('states', { keyPath: ['place', 'state', 'part'] });
      database.createObjectStore('chunks', { keyPath: ['place', 'chunk'] });
      database.createObjectStore('set-aside', { autoIncrement: true });
    },
    // A newer Rowhouse in another tab must not wait for this one.
    blocking(_, __, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed();
    },
    terminated: onClosed,
  });
}
