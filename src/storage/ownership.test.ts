import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShelfEvent } from '#state/services.ts';
import { testLocks } from './test-locks.ts';
import { chunk, contents, nextEvent, openShelf, readAfresh, state, stored, writeAndWait } from './test-vault.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const mine = contents({ live: state([chunk(1)]) }, 'mine');
const theirs = contents({ live: state([chunk(2)]) }, 'theirs');

function eventsOf(shelf: { subscribe(listener: (event: ShelfEvent) => void): unknown }): ShelfEvent[] {
  const events: ShelfEvent[] = [];
  shelf.subscribe((event) => events.push(event));
  return events;
}

describe('a lesson that two tabs have open', () => {
  it('belongs to the first; the second reads and writes nothing', async () => {
    const locks = testLocks();
    const first = await openShelf('forms/first', locks);
    await writeAndWait(first, mine);
    const second = await openShelf('forms/first', locks);
    expect([first.isOwner, second.isOwner]).toEqual([true, false]);
    expect((await second.read()).contents).toEqual(mine);
    const events = eventsOf(second);
    second.write(theirs);
    await second.close();
    expect(events).toEqual([]);
    expect((await first.read()).contents).toEqual(mine);
  });

  it('is free when the first leaves', async () => {
    const locks = testLocks();
    const first = await openShelf('forms/first', locks);
    first.write(mine);
    await first.close();
    expect(first.isOwner).toBe(false);
    const second = await openShelf('forms/first', locks);
    expect(second.isOwner).toBe(true);
    expect((await second.read()).contents).toEqual(mine);
  });

  it('can be taken over: the first is told, and what it writes after that is lost on it', async () => {
    const locks = testLocks();
    const first = await openShelf('forms/first', locks);
    await writeAndWait(first, mine);
    const second = await openShelf('forms/first', locks);
    const told = nextEvent(first);
    await second.takeOver();
    expect(await told).toEqual({ kind: 'taken-over' });
    expect([first.isOwner, second.isOwner]).toEqual([false, true]);
    expect((await second.read()).contents).toEqual(mine);
    await writeAndWait(second, theirs);
    first.write(mine);
    await first.close();
    expect((await second.read()).contents).toEqual(theirs);
  });

  it('can be taken back, and goes on from what the other wrote', async () => {
    const locks = testLocks();
    const first = await openShelf('forms/first', locks);
    await writeAndWait(first, mine);
    const second = await openShelf('forms/first', locks);
    await second.takeOver();
    await writeAndWait(second, theirs);
    await first.takeOver();
    expect((await first.read()).contents).toEqual(theirs);
    expect(await writeAndWait(first, mine)).toEqual({ kind: 'saved' });
    expect(second.isOwner).toBe(false);
    await first.close();
    expect((await readAfresh()).contents).toEqual(mine);
  });
});

describe('where there are no Web Locks', () => {
  it('the tab that opened the lesson last owns it, and the one before learns it when it writes', async () => {
    const first = await openShelf();
    await writeAndWait(first, mine);
    const second = await openShelf();
    const events = eventsOf(first);
    first.write(contents({ live: state([chunk(3)]) }));
    first.write(contents({ live: state([chunk(4)]) }));
    await first.close();
    expect(events).toEqual([{ kind: 'taken-over' }]);
    expect(first.isOwner).toBe(false);
    expect(await second.read()).toEqual({ condition: 'sound', contents: mine });
    expect(await writeAndWait(second, theirs)).toEqual({ kind: 'saved' });
    expect(await stored('chunks')).toHaveLength(2);
  });

  it('a large write of the one before leaves nothing behind', async () => {
    const first = await openShelf();
    await writeAndWait(first, mine);
    await openShelf();
    const told = nextEvent(first);
    first.write(contents({ live: state(Array.from({ length: 300 }, (_, index) => chunk(index))) }));
    expect(await told).toEqual({ kind: 'taken-over' });
    expect(await stored('chunks')).toHaveLength(1);
  });

  it('the one before learns it also when it reads', async () => {
    const first = await openShelf();
    await openShelf();
    const told = nextEvent(first);
    expect((await first.read()).contents).toBeNull();
    expect(await told).toEqual({ kind: 'taken-over' });
  });
});
