import { afterEach, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { ok } from '#core/shared/result.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { memoryVault } from '#storage/memory-vault.ts';
import type { AppStore } from '#state/app-store.ts';
import type { DatabaseVault, Shelf, ShelfCondition, ShelfContents, ShelfEvent } from '#state/services.ts';
import { openShop } from '#state/test-shop.ts';

/** Visits of one browser: each has an engine of its own, all have one vault. */
const engines: Engine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

async function visit(vault: DatabaseVault, records = new Map<string, string>(), lesson?: string): Promise<AppStore> {
  return openShop(
    async (state) => {
      const engine = await createNodeEngine(await state);
      engines.push(engine);
      return ok(engine);
    },
    {
      vault,
      storage: {
        isLasting: true,
        read: (key) => records.get(key) ?? null,
        write: (key, value) => records.set(key, value) === records,
        remove: (key) => void records.delete(key),
      },
    },
    lesson,
  );
}

async function leave({ getState }: AppStore): Promise<void> {
  getState().closeLesson();
  // It waits for its turn, as whatever is done with the database.
  await getState().openStep('nowhere');
}

async function run({ getState }: AppStore, sql: string): Promise<unknown> {
  await getState().submitSql(sql, 0);
  const last = getState().lastRun?.outcome.statements.at(-1);
  return last?.kind === 'done' ? last.result?.rows : last;
}

function noticesOf({ getState }: AppStore): readonly string[] {
  return getState().notices.map(({ text }) => text);
}

describe('a lesson that is opened again', () => {
  it('has the tables, the sequences and the step as they were left', async () => {
    const vault = memoryVault();
    const first = await visit(vault);
    await run(first, "insert into product values (3, 'Tea'); select nextval('receipt')");
    await leave(first);
    const second = await visit(vault);
    expect(await run(second, "select count(*), nextval('receipt') from product")).toEqual([['3', '2']]);
    expect(second.getState()).toMatchObject({ currentStep: 0, database: { kind: 'ready' } });
    expect(second.getState().catalog?.tables.map(({ name }) => name)).toEqual(['product']);
    expect(noticesOf(second)).toEqual([]);
  });

  it('can be put back to how the step found it, and be graded', async () => {
    const vault = memoryVault();
    const records = new Map<string, string>();
    const first = await visit(vault, records);
    await run(first, 'delete from product');
    await leave(first);
    const second = await visit(vault, records);
    await second.getState().openStep('name-them');
    expect(await run(second, 'select count(*) from product')).toEqual([['2']]);
    second.getState().editDraft('select name from product order by id');
    await second.getState().check();
    expect(second.getState().grades['name-them']).toMatchObject({ kind: 'graded', step: { passed: true } });
  });

  it('does not run again what was run in the visit before', async () => {
    const vault = memoryVault();
    const records = new Map<string, string>();
    const first = await visit(vault, records, 'shop/adds');
    first.getState().editDraft("insert into product values (3, 'Tea')");
    await run(first, first.getState().draft());
    await leave(first);
    const second = await visit(vault, records, 'shop/adds');
    await second.getState().check();
    expect(second.getState().grades['add-one']).toMatchObject({ kind: 'graded', step: { passed: true } });
  });

  it('says that a transaction was rolled back', async () => {
    const vault = memoryVault();
    const first = await visit(vault);
    await run(first, 'begin; delete from product');
    await leave(first);
    const second = await visit(vault);
    expect(noticesOf(second)).toEqual(['The transaction that was open when the page closed was rolled back.']);
    expect(second.getState().transaction).toBe('idle');
    expect(await run(second, 'select count(*) from product')).toEqual([['2']]);
  });

  it('says so when its last state was damaged, or all of them, and goes on with what there is', async () => {
    const vault = memoryVault();
    const records = new Map<string, string>();
    const first = await visit(vault, records);
    await run(first, 'delete from product');
    await leave(first);
    const fellBack = await visit(damaged(vault, 'fell-back'), records);
    expect(noticesOf(fellBack).join()).toContain('The last thing that was stored is damaged');
    expect(await run(fellBack, 'select count(*) from product')).toEqual([['0']]);
    await leave(fellBack);
    const unreadable = await visit(damaged(vault, 'unreadable'), records);
    expect(noticesOf(unreadable).join()).toContain('Your tables are built anew');
    expect(await run(unreadable, 'select count(*) from product')).toEqual([['2']]);
  });

  it('has its tables though another lesson had the database in between', async () => {
    const store = await visit(memoryVault());
    await run(store, 'create table mine (a int)');
    await store.getState().openLesson('shop/adds');
    expect(await run(store, "select to_regclass('mine')")).toEqual([[null]]);
    await store.getState().openLesson('shop/sells');
    expect(await run(store, "select to_regclass('mine')")).toEqual([['mine']]);
  });

  it('starts again from its first state, without what was done', async () => {
    const vault = memoryVault();
    const first = await visit(vault);
    await run(first, 'drop table product');
    await leave(first);
    const second = await visit(vault);
    await second.getState().resetLesson();
    expect(await run(second, 'select count(*) from product')).toEqual([['2']]);
  });
});

describe('a second tab', () => {
  it('has a copy, writes nothing, and takes over what the first has kept', async () => {
    const vault = memoryVault();
    const records = new Map<string, string>();
    const first = await visit(vault, records);
    await run(first, "insert into product values (3, 'Tea')");
    const second = await visit(vault, records);
    expect(noticesOf(second).join()).toContain('This lesson is open in another tab');
    await run(second, 'delete from product');
    second.getState().editDraft('mine');
    await run(first, "insert into product values (4, 'Salt')");
    first.getState().editDraft('theirs');

    await second.getState().takeOver();
    expect(await run(second, 'select count(*) from product')).toEqual([['4']]);
    expect(second.getState().draft()).toBe('theirs');
    expect(noticesOf(first).join()).toContain('taken over by another tab');
    first.getState().editDraft('too late');
    await run(first, 'delete from product');
    await leave(second);
    const third = await visit(vault, records);
    expect(await run(third, 'select count(*) from product')).toEqual([['4']]);
    expect(third.getState().draft()).toBe('theirs');
  });
});

describe('a storage that fails', () => {
  it('is said, with a way out, until it works again', async () => {
    const events: ((event: ShelfEvent) => void)[] = [];
    const store = await visit(reporting(memoryVault(), events));
    for (const emit of events) emit({ kind: 'not-saved', reason: 'full', message: '' });
    expect(store.getState().notices).toMatchObject([
      { id: 'not-saved', actions: [{ label: 'Download the database' }] },
    ]);
    for (const emit of events) emit({ kind: 'saved' });
    expect(store.getState().notices).toEqual([]);
  });

  it('is still known when what was said of it was put away', async () => {
    const events: ((event: ShelfEvent) => void)[] = [];
    const store = await visit(reporting(memoryVault(), events));
    for (const emit of events) emit({ kind: 'not-saved', reason: 'full', message: '' });
    store.getState().dismissNotice('not-saved');
    expect(store.getState().databaseStorage).toBe('not-saved');
    for (const emit of events) emit({ kind: 'saved' });
    expect(store.getState().databaseStorage).toBe('saved');
  });
});

/** A vault whose next reading is said to be damaged. */
function damaged(vault: DatabaseVault, condition: ShelfCondition): DatabaseVault {
  const contentsOf = (contents: ShelfContents | null): ShelfContents | null =>
    condition === 'unreadable' ? null : contents;
  return {
    open: async (lessonId) =>
      withMethods(await vault.open(lessonId), (shelf) => ({
        read: async () => ({ condition, contents: contentsOf((await shelf.read()).contents) }),
      })),
  };
}

function reporting(vault: DatabaseVault, listeners: ((event: ShelfEvent) => void)[]): DatabaseVault {
  return {
    open: async (lessonId) =>
      withMethods(await vault.open(lessonId), () => ({
        subscribe: (listener) => {
          listeners.push(listener);
          return () => undefined;
        },
      })),
  };
}

function withMethods(shelf: Shelf, methods: (shelf: Shelf) => Partial<Shelf>): Shelf {
  const changed = methods(shelf);
  return {
    get isOwner() {
      return shelf.isOwner;
    },
    read: changed.read ?? (() => shelf.read()),
    write: (contents) => shelf.write(contents),
    takeOver: () => shelf.takeOver(),
    subscribe: changed.subscribe ?? ((listener) => shelf.subscribe(listener)),
    close: () => shelf.close(),
  };
}
