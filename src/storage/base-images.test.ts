import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { storedBaseImages } from './base-images.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

it('finds an image again after later ones came, and nothing under another key', async () => {
  const first = Uint8Array.of(1, 2, 3).buffer;
  await storedBaseImages().keep('first', first);
  await storedBaseImages().keep('second', Uint8Array.of(4).buffer);
  await storedBaseImages().keep('first', Uint8Array.of(9).buffer);
  const found = await storedBaseImages().find('first');
  expect(new Uint8Array(found ?? new ArrayBuffer(0))).toEqual(new Uint8Array(first));
  expect(await storedBaseImages().find('third')).toBeNull();
});

it('finds and keeps nothing where there is no storage', async () => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  await storedBaseImages().keep('first', new ArrayBuffer(1));
  expect(await storedBaseImages().find('first')).toBeNull();
});
