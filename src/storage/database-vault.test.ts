import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ShelfEvent } from '#state/services.ts';
import { databaseVault } from './database-vault.ts';
import { chunk, contents, nextEvent, openShelf, readAfresh, state, stored, writeAndWait } from './test-vault.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function namesOf(stores: readonly unknown[]): readonly string[] {
  return (stores as readonly IDBObjectStore[]).map(({ name }) => name);
}

describe('the vault', () => {
  it('gives back in another tab what was written in this one', async () => {
    const shared = chunk(1);
    const written = contents(
      { live: state([shared, null, chunk(2)], [chunk(3, 5)]), opened: state([shared], []) },
      { step: 'two', at: new Map([['a', 1n]]) },
    );
    const shelf = await openShelf();
    expect(await shelf.read()).toEqual({ condition: 'sound', contents: null });
    expect(await writeAndWait(shelf, written)).toEqual({ kind: 'saved' });
    const reading = await readAfresh();
    expect(reading).toEqual({ condition: 'sound', contents: written });
    const { live, opened } = reading.contents?.states ?? {};
    expect(live?.files.get('/data/base/0')?.chunks[0]).toBe(opened?.files.get('/data/base/0')?.chunks[0]);
  });

  it('keeps the lessons apart', async () => {
    const [one, other] = [await openShelf('forms/one'), await openShelf('forms/other')];
    await Promise.all([
      writeAndWait(one, contents({ live: state([chunk(1)]) })),
      writeAndWait(other, contents({ live: state([chunk(2)]) })),
    ]);
    expect((await readAfresh('forms/one')).contents).toEqual(contents({ live: state([chunk(1)]) }));
    expect((await readAfresh('forms/other')).contents).toEqual(contents({ live: state([chunk(2)]) }));
  });

  it('stores a view without the buffer behind it', async () => {
    const shelf = await openShelf();
    await writeAndWait(shelf, contents({ live: state([new Uint8Array(1000).subarray(8, 16)]) }));
    const lengths = (await stored('chunks')).map((record) => (record['bytes'] as Uint8Array).buffer.byteLength);
    expect(lengths).toEqual([8]);
  });

  it('puts only the chunk that is new, also after a reading', async () => {
    const shelf = await openShelf();
    const chunks = [chunk(1), chunk(2), chunk(3)];
    await writeAndWait(shelf, contents({ live: state(chunks) }));
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    await writeAndWait(shelf, contents({ live: state([...chunks, chunk(4)]) }));
    expect(namesOf(puts.mock.contexts)).toEqual(['chunks', 'states']);
    puts.mockClear();
    const next = await openShelf();
    const read = (await next.read()).contents?.states['live'];
    const known = read?.files.get('/data/base/0')?.chunks ?? [];
    await writeAndWait(next, contents({ live: state([chunk(5), ...known]), same: read ?? state() }));
    expect(namesOf(puts.mock.contexts)).toEqual(['chunks', 'states']);
    puts.mockRestore();
  });

  it('deletes what neither the last write nor the one before needs', async () => {
    const shelf = await openShelf();
    const stays = chunk(9);
    for (let byte = 1; byte <= 5; byte++) {
      await writeAndWait(shelf, contents({ live: state([stays, chunk(byte)]) }));
    }
    const bytes = (await stored('chunks')).map((record) => (record['bytes'] as Uint8Array)[0]);
    expect(new Set(bytes)).toEqual(new Set([4, 5, 9]));
    expect(await stored('states')).toHaveLength(2);
    expect(await stored('lessons')).toHaveLength(1);
  });

  it('stores again what was deleted and is written once more', async () => {
    const shelf = await openShelf();
    const [first, second] = [state([chunk(1)]), state([chunk(2)])];
    for (const live of [first, second, second, first]) await writeAndWait(shelf, contents({ live }));
    expect((await readAfresh()).contents).toEqual(contents({ live: first }));
  });

  it('hands a small write over before it returns', async () => {
    const shelf = await openShelf();
    await shelf.read();
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
    shelf.write(contents({ live: state([chunk(1)]) }));
    expect(commit).toHaveBeenCalledTimes(1);
    shelf.write(contents({ live: state([chunk(2)]) }));
    expect(commit).toHaveBeenCalledTimes(2);
    commit.mockRestore();
    await shelf.close();
    expect((await readAfresh()).contents).toEqual(contents({ live: state([chunk(2)]) }));
  });

  it('lets what comes during a large write wait, and writes the latest of it', async () => {
    const shelf = await openShelf();
    await shelf.read();
    const large = Array.from({ length: 500 }, (_, index) => chunk(index));
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
    const events: ShelfEvent[] = [];
    shelf.subscribe((event) => events.push(event));
    shelf.write(contents({ live: state(large) }));
    expect(commit).not.toHaveBeenCalled();
    for (let byte = 1; byte <= 5; byte++) shelf.write(contents({ live: state(large, [chunk(byte)]) }));
    await shelf.close();
    expect(commit).toHaveBeenCalledTimes(2);
    expect(events).toEqual([{ kind: 'saved' }]);
    commit.mockRestore();
    expect((await readAfresh()).contents).toEqual(contents({ live: state(large, [chunk(5)]) }));
  });

  it('waits at the door until the last visit of the same page has left', async () => {
    const vault = databaseVault({ locks: undefined, onFirstSave: () => undefined });
    const first = await vault.open('forms/first');
    first.write(contents({ live: state([chunk(1)]) }));
    void first.close();
    const second = await vault.open('forms/first');
    expect(second.isOwner).toBe(true);
    expect((await second.read()).contents).toEqual(contents({ live: state([chunk(1)]) }));
  });

  it('says when there is something worth keeping, once', async () => {
    const onFirstSave = vi.fn<() => void>();
    const shelf = await databaseVault({ locks: undefined, onFirstSave }).open('forms/first');
    expect(onFirstSave).not.toHaveBeenCalled();
    await writeAndWait(shelf, contents({}));
    await writeAndWait(shelf, contents({}));
    expect(onFirstSave).toHaveBeenCalledTimes(1);
  });
});

describe('a vault that cannot store', () => {
  it('opens and reads nothing where there is no IndexedDB, and every write says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const shelf = await openShelf();
    expect(shelf.isOwner).toBe(true);
    expect(await shelf.read()).toEqual({ condition: 'sound', contents: null });
    for (let time = 0; time < 2; time++) {
      expect(await writeAndWait(shelf, contents({}))).toMatchObject({ kind: 'not-saved', reason: 'failed' });
    }
    await shelf.close();
    vi.unstubAllGlobals();
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'failed'],
  ])('keeps what was stored after a %s, and stores all of it the next time', async (name, reason) => {
    const shelf = await openShelf();
    const before = state([chunk(1)]);
    await writeAndWait(shelf, contents({ live: before }));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', name);
    });
    const after = state([chunk(2)], [chunk(3)]);
    expect(await writeAndWait(shelf, contents({ live: after }))).toEqual({ kind: 'not-saved', reason, message: name });
    put.mockRestore();
    expect(await stored('chunks')).toHaveLength(1);
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
    expect(await writeAndWait(shelf, contents({ live: after, before }))).toEqual({ kind: 'saved' });
    expect(commit).toHaveBeenCalledTimes(1);
    commit.mockRestore();
    expect((await readAfresh()).contents).toEqual(contents({ live: after, before }));
  });

  it('tries the last of several writes again when the one before them has failed', async () => {
    const shelf = await openShelf();
    await writeAndWait(shelf, contents({ live: state([chunk(1)]) }));
    // As when the disk fails: the browser finds it when the page has gone on.
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementationOnce(function abortLater(
      this: IDBTransaction,
    ) {
      queueMicrotask(() => this.abort());
    });
    const shared = chunk(2);
    const events: ShelfEvent[] = [];
    shelf.subscribe((event) => events.push(event));
    for (const byte of [3, 4, 5]) shelf.write(contents({ live: state([shared, chunk(byte)]) }));
    await shelf.close();
    expect(commit).toHaveBeenCalledTimes(4);
    commit.mockRestore();
    expect(events).toEqual([
      { kind: 'not-saved', reason: 'failed', message: 'The browser gave the write up.' },
      { kind: 'saved' },
    ]);
    expect(await readAfresh()).toEqual({
      condition: 'sound',
      contents: contents({ live: state([shared, chunk(5)]) }),
    });
  });

  it('says that a note cannot be stored, and goes on', async () => {
    const shelf = await openShelf();
    await writeAndWait(shelf, contents({}, 1));
    expect(
      await writeAndWait(
        shelf,
        contents({}, () => 1),
      ),
    ).toMatchObject({ kind: 'not-saved', reason: 'failed' });
    expect(await writeAndWait(shelf, contents({}, 2))).toEqual({ kind: 'saved' });
  });

  it('stores everything again when the site was cleared under the page', async () => {
    const shelf = await openShelf();
    const kept = state([chunk(1)]);
    await writeAndWait(shelf, contents({ live: kept }));
    await new Promise((done) => indexedDB.deleteDatabase('rowhouse').addEventListener('success', done));
    const saved = nextEvent(shelf);
    shelf.write(contents({ live: kept }));
    expect(await saved).toEqual({ kind: 'saved' });
    expect((await readAfresh()).contents).toEqual(contents({ live: kept }));
  });
});
