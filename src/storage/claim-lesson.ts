import type { IDBPObjectStore } from 'idb';
import {
  freshRecord,
  keyOf,
  type LessonKey,
  type LessonRecord,
  type VaultDatabase,
  type VaultSchema,
} from './vault-database.ts';

type LessonStore = IDBPObjectStore<VaultSchema, ['lessons'], 'lessons', 'readwrite'>;

/** Makes `owner` the one whose writes to the lesson succeed; those of the owner before it collide from now on. */
export async function claimLesson(database: VaultDatabase, lesson: string, owner: string): Promise<void> {
  const transaction = database.transaction('lessons', 'readwrite');
  const { store, done } = transaction;
  await Promise.all([replaceOwner(store, lesson, owner), done]);
}

async function replaceOwner(store: LessonStore, lesson: string, owner: string): Promise<void> {
  const stored = await store.index('lesson').get(lesson);
  if (stored === undefined) {
    await store.add(freshRecord(lesson, owner));
    return;
  }
  // Whatever else the record holds, it may be of a version that is not known here: it stays as it is.
  const claimed: LessonRecord = { ...stored, owner };
  await Promise.all([store.delete(keyOf(stored)), store.add(claimed)]);
}

/** Whose writes succeed, and upon which; null when nothing is stored of the lesson. */
export async function currentKey(database: VaultDatabase, lesson: string): Promise<LessonKey | null> {
  return (await database.getKeyFromIndex('lessons', 'lesson', lesson)) ?? null;
}

/**
 * Puts a record that cannot be read where nothing is deleted, with all that belongs to it, and begins a fresh one: for
 * the newer version that wrote it, or for someone who knows more.
 */
export async function setLessonAside(database: VaultDatabase, key: LessonKey): Promise<LessonRecord> {
  const [lesson, owner] = key;
  const fresh = freshRecord(lesson, owner);
  const transaction = database.transaction(['lessons', 'set-aside'], 'readwrite');
  const lessons = transaction.objectStore('lessons');
  const move = async (): Promise<void> => {
    const record: unknown = await lessons.get(key);
    const kept = transaction.objectStore('set-aside').add({ record });
    // Collides when another tab has claimed the lesson meanwhile.
    await Promise.all([kept, lessons.delete(key), lessons.add(fresh)]);
  };
  await Promise.all([move(), transaction.done]);
  return fresh;
}
