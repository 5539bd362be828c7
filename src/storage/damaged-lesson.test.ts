import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  chunk,
  contents,
  damage,
  flipByte,
  openShelf,
  readAfresh,
  state,
  stored,
  writeAndWait,
  type StoreName,
} from './test-vault.ts';

const shared = chunk(1);
const older = contents({ live: state([shared, chunk(2)]) }, 'older');
const newer = contents({ live: state([shared, chunk(3)]) }, 'newer');

/** Records are in the order of their ids: the shared chunk, the older one, the newer one. */
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  const shelf = await openShelf();
  await writeAndWait(shelf, older);
  await writeAndWait(shelf, newer);
  await shelf.close();
});

type Change = Parameters<typeof damage>[2];

async function damageAt(store: StoreName, index: number, change: Change): Promise<void> {
  const record = (await stored(store))[index];
  if (record === undefined) throw new Error(`There is no record ${index} in ${store}.`);
  await damage(store, record, change);
}

const gone: Change = () => undefined;
const without =
  (field: string): Change =>
  (record) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
const inCurrent =
  (change: Record<string, unknown>): Change =>
  (record) => ({ ...record, current: { ...(record['current'] as object), ...change } });

describe('a shelf whose last write is damaged', () => {
  it.each<[string, StoreName, number, Change]>([
    ['a flipped byte in a chunk', 'chunks', 2, flipByte],
    ['a chunk that is gone', 'chunks', 2, gone],
    ['a chunk without its bytes', 'chunks', 2, without('bytes')],
    ['a chunk that was cut', 'chunks', 2, (record) => ({ ...record, bytes: chunk(3, 32) })],
    ['a manifest that is gone', 'states', 1, gone],
    ['a flipped byte in a manifest', 'states', 1, (record) => flipByte(record, 20)],
    ['another note', 'lessons', 0, inCurrent({ note: 'forged' })],
    ['another state', 'lessons', 0, inCurrent({ states: { live: 2 } })],
    ['a record that was cut', 'lessons', 0, (record) => ({ ...record, current: 'cut' })],
  ])('falls back to the one before: %s', async (_, store, index, change) => {
    await damageAt(store, index, change);
    expect(await readAfresh()).toEqual({ condition: 'fell-back', contents: older });
    expect(await readAfresh()).toEqual({ condition: 'fell-back', contents: older });
  });

  it('gives what is left when the one before has the same damage', async () => {
    const opening = state([shared]);
    const shelf = await openShelf();
    await shelf.read();
    const live = state([shared, chunk(4)]);
    await writeAndWait(shelf, contents({ live, opening }, 'before'));
    await writeAndWait(shelf, contents({ live, opening }, 'last'));
    await shelf.close();
    await damageAt('chunks', (await stored('chunks')).length - 1, flipByte);
    expect(await readAfresh()).toEqual({ condition: 'fell-back', contents: contents({ opening }, 'last') });
    const later = await openShelf();
    await later.read();
    await writeAndWait(later, older);
    await later.close();
    expect(await readAfresh()).toEqual({ condition: 'sound', contents: older });
  });

  it('is sound again after the next write, and what was broken is gone', async () => {
    await damageAt('states', 1, gone);
    const shelf = await openShelf();
    const live = (await shelf.read()).contents?.states['live'] ?? state();
    const next = contents({ live, more: state([chunk(4)]) });
    await writeAndWait(shelf, next);
    expect(await readAfresh()).toEqual({ condition: 'sound', contents: next });
    expect((await stored('chunks')).map((record) => (record['bytes'] as Uint8Array)[0])).toEqual([1, 2, 4]);
  });

  it('does not look at the one before when the last is sound', async () => {
    await damageAt('chunks', 1, gone);
    expect(await readAfresh()).toEqual({ condition: 'sound', contents: newer });
  });
});

describe('a shelf that cannot be read', () => {
  it.each<[string, StoreName, number, Change]>([
    ['a chunk that both writes share', 'chunks', 0, flipByte],
    ['a record of a version that is not known', 'lessons', 0, (record) => ({ ...record, version: 2 })],
    ['a record without its place', 'lessons', 0, without('place')],
    ['a record without its writes', 'lessons', 0, without('current')],
  ])('is set aside with all that belongs to it: %s', async (_, store, index, change) => {
    await damageAt(store, index, change);
    const [broken] = await stored('lessons');
    const chunks = await stored('chunks');
    const shelf = await openShelf();
    expect(await shelf.read()).toEqual({ condition: 'unreadable', contents: null });
    const [aside] = await stored('set-aside');
    expect(aside).toEqual({ record: { ...broken, owner: expect.any(String) } });
    await writeAndWait(shelf, older);
    expect(await stored('chunks')).toEqual(expect.arrayContaining(chunks));
    expect(await readAfresh()).toEqual({ condition: 'sound', contents: older });
  });

  it('is set aside by a write that comes without a reading', async () => {
    await damageAt('chunks', 0, flipByte);
    const shelf = await openShelf();
    await writeAndWait(shelf, newer);
    expect(await stored('set-aside')).toHaveLength(1);
    expect(await readAfresh()).toEqual({ condition: 'sound', contents: newer });
  });

  it('is not replaced when the browser could not read it for a while', async () => {
    const shelf = await openShelf();
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('The disk hums.', 'UnknownError');
    });
    expect((await shelf.read()).contents).toBeNull();
    getAll.mockRestore();
    await writeAndWait(shelf, contents({}, 'begun anew'));
    expect(await stored('set-aside')).toMatchObject([{ record: { current: { note: 'newer' } } }]);
    expect((await readAfresh()).contents).toEqual(contents({}, 'begun anew'));
  });
});
