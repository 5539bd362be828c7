import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import type { AppStore } from '#state/app-store.ts';
import { openShop } from '#state/test-shop.ts';
import { undoLabel } from './lesson-moment.ts';
import { currentOf } from './undo-list.ts';

const names = 'select name from product order by id';

let engine: Engine;
let empty: SnapshotId;
let store: AppStore;
/** The states that the engine was asked for and has not been told to forget. */
const held = new Set<SnapshotId>();

beforeAll(async () => {
  engine = await createNodeEngine();
  const kept = await engine.snapshot();
  if (!kept.ok) throw new Error('no snapshot');
  empty = kept.value;
  const snapshot = engine.snapshot.bind(engine);
  const forget = engine.forget.bind(engine);
  engine.snapshot = async () => {
    const taken = await snapshot();
    if (taken.ok) held.add(taken.value);
    return taken;
  };
  engine.forget = (id) => {
    held.delete(id);
    forget(id);
  };
});

afterAll(() => engine.close());

beforeEach(async () => {
  await engine.restore(empty);
  held.clear();
  store = await openShop(engine);
  await settle();
});

/** A state is put on the list after the run was answered: whoever goes to where they are has waited for it. */
async function settle(): Promise<void> {
  await store.getState().goToMoment(-1);
}

async function run(sql: string): Promise<unknown> {
  await store.getState().submitSql(sql, 0);
  await settle();
  return shownRows();
}

function shownRows(): unknown {
  const last = store.getState().lastRun?.outcome.statements.at(-1);
  return last?.kind === 'done' ? (last.result?.rows.flat() ?? last.command) : last;
}

function list(): readonly string[] {
  const { undoList } = store.getState();
  return (undoList?.moments ?? []).map(
    (moment, index) =>
      `${index === undoList?.at ? '> ' : ''}${moment.kind === 'run' ? moment.words : moment.kind === 'event' ? moment.title : moment.kind}`,
  );
}

describe('the undo list of a step', () => {
  it('begins with the step as it was opened, and has nothing to undo', () => {
    expect(list()).toEqual(['> opening']);
    expect(undoLabel(store.getState().undoList, 'undo')).toBe('Undo: nothing was changed in this step yet');
  });

  it('has every run with what it changed, and those that only read', async () => {
    await run("insert into product values (3, 'Eggs'), (4, 'Salt')");
    await run(names);
    await run('create table price (id int); set search_path = public');
    await run("insert into product values (1, 'Tea')");
    await run('begin; delete from product');
    expect(list()).toEqual([
      'opening',
      '2 rows inserted',
      'only read',
      'table price created, session setting',
      'failed, 23505: nothing changed',
      '> 4 rows deleted, transaction opened',
    ]);
  });

  it('undoes the last change past what only read or failed, and redoes it', async () => {
    await run("insert into product values (3, 'Eggs')");
    await run('delete from product where id = 1');
    await run(names);
    await run('select oops');
    expect(undoLabel(store.getState().undoList, 'undo')).toBe('Undo: delete from product where id = 1 (1 row deleted)');
    await store.getState().undo();
    expect(store.getState().travelNote).toBe('Undone: back to the state before run 2.');
    expect(await run(names)).toEqual(['Bread', 'Milk', 'Eggs']);
    await store.getState().redo();
    expect(await run(names)).toEqual(['Milk', 'Eggs']);
  });

  it('can be walked by keys pressed faster than the database answers', async () => {
    await run('delete from product where id = 1');
    await run('delete from product where id = 2');
    const { undo, redo, submitSql } = store.getState();
    await Promise.all([submitSql('drop table product', 0), undo()]);
    expect(await run(names)).toEqual([]);
    await Promise.all([undo(), undo(), undo(), redo()]);
    expect(await run(names)).toEqual(['Milk']);
  });

  it('gives the result back that was shown then, or none', async () => {
    await run(names);
    await run('delete from product');
    await store.getState().undo();
    expect(shownRows()).toEqual(['Bread', 'Milk']);
    await store.getState().goToMoment(0);
    expect(store.getState().lastRun).toBeNull();
  });

  it('lets the rows of a large result go after some more runs', async () => {
    await run('create table price (id int); select * from generate_series(1, 3000)');
    await run('select * from generate_series(1, 3000)');
    for (let id = 1; id <= 5; id += 1) await run(`insert into price values (${id})`);
    await store.getState().goToMoment(2);
    expect(store.getState().lastRun).toBeNull();
    await store.getState().goToMoment(3);
    expect(shownRows()).toBe('INSERT');
  });

  it('brings back the transaction and the settings of then', async () => {
    await run("set search_path = pg_catalog, public; begin; insert into product values (3, 'Eggs')");
    await run('rollback; reset search_path');
    await store.getState().undo();
    expect(store.getState().transaction).toBe('open');
    expect(await run('show search_path')).toEqual(['pg_catalog, public']);
    expect(await run(names)).toEqual(['Bread', 'Milk', 'Eggs']);
  });

  it('marks in the schema what changed back', async () => {
    await run('create table price (id int)');
    await store.getState().undo();
    expect(store.getState().changes?.tables.removed.map(({ name }) => name)).toEqual(['price']);
    expect(store.getState().catalog?.tables.map(({ name }) => name)).toEqual(['product']);
  });

  it('drops what was undone when something is changed, and keeps it while one only looks', async () => {
    await run('delete from product where id = 1');
    await store.getState().undo();
    await run(names);
    expect(undoLabel(store.getState().undoList, 'redo')).toMatch(/^Redo: delete/);
    await run('delete from product where id = 2');
    expect(undoLabel(store.getState().undoList, 'redo')).toBe('Redo: nothing was undone');
    expect(await run(names)).toEqual(['Bread']);
  });

  it('leads back to the last committed state after the database died', async () => {
    await run('delete from product where id = 1');
    await run("select repeat('[', 100000)::json");
    await store.getState().undo();
    expect(store.getState().travelNote).toMatch(/^Undone: back to the state before run 1\. Settings/);
    expect(await run(names)).toEqual(['Bread', 'Milk']);
    expect(store.getState().transaction).toBe('idle');
    await store.getState().redo();
    expect(await run(names)).toEqual(['Milk']);
  });
});

describe('undo and the step', () => {
  it('judges the database as it is after undo, and does not run the undone text again', async () => {
    store.getState().editDraft(names);
    await run(names);
    store.getState().editDraft("insert into product values (3, 'Eggs')");
    await run("insert into product values (3, 'Eggs')");
    await store.getState().undo();
    await store.getState().check();
    expect(store.getState().grades['name-them']).toMatchObject({ kind: 'graded', step: { passed: true } });
  });

  it('does not judge an answer that was undone', async () => {
    store.getState().editDraft(names);
    await run(`begin; ${names}`);
    await store.getState().undo();
    expect(store.getState().lastGoodRun).toBeNull();
    await store.getState().check();
    expect(store.getState().grades['name-them']).toMatchObject({ kind: 'graded', step: { passed: false } });
  });

  it('undoes a reset: the tables and the answer are there again', async () => {
    await run("insert into product values (3, 'Eggs')");
    await store.getState().openStep('name-them');
    await settle();
    expect(list()).toEqual(['opening', '1 row inserted', '> Reset step']);
    await store.getState().undo();
    expect(store.getState().travelNote).toBe('Undone: back to the state before “Reset step”.');
    expect(await run(names)).toEqual(['Bread', 'Milk', 'Eggs']);
  });

  it('begins with the database of an earlier visit, from which a reset can be undone', async () => {
    await run("insert into product values (3, 'Eggs')");
    store.getState().closeLesson();
    await store.getState().openLesson('shop/sells');
    await settle();
    expect(list()).toEqual(['> found']);
    await store.getState().openStep('name-them');
    expect(await run(names)).toEqual(['Bread', 'Milk']);
    await store.getState().undo();
    expect(store.getState().travelNote).toMatch(/^Undone: back to the state before “Reset step”/);
    expect(await run(names)).toEqual(['Bread', 'Milk', 'Eggs']);
  });

  it('does not list a reset of what stands as it was opened', async () => {
    await run('delete from product');
    await store.getState().undo();
    await store.getState().openStep('name-them');
    await settle();
    expect(list()).toEqual(['> opening', '2 rows deleted']);
  });

  it('begins anew with the next step, which cannot be undone into the one before', async () => {
    await run('delete from product');
    await store.getState().openStep('go-on');
    await settle();
    expect(list()).toEqual(['> opening']);
    await store.getState().undo();
    expect(store.getState().currentStep).toBe(1);
  });

  it('lists the run inside a check', async () => {
    store.getState().editDraft('delete from product where id = 1');
    await store.getState().check();
    await settle();
    expect(list()).toEqual(['opening', '> 1 row deleted']);
  });
});

it('keeps no state that is not on the list, whatever is done', async () => {
  const others = held.size - statesOnList();
  for (let n = 0; n < 4; n += 1) {
    await run(`insert into product values (${10 + n}, 'Tea')`);
    await run(names);
    if (n % 2 === 1) await store.getState().undo();
  }
  expect(held.size).toBe(others + statesOnList());
  await store.getState().openStep('name-them');
  await settle();
  expect(held.size).toBe(others + statesOnList());
  // Left while the state of a run is on its way.
  const left = store.getState().submitSql('delete from product', 0);
  await left;
  store.getState().closeLesson();
  await store.getState().openLesson('shop/sells');
  await settle();
  // The lesson's own are files of the earlier visit now; there is the empty database, and what the list begins with.
  expect(held.size).toBe(2);
});

function statesOnList(): number {
  return new Set(store.getState().undoList?.moments.map(({ state }) => state)).size;
}

it('reaches back at least 20 runs, and forth again', async () => {
  for (let n = 10; n < 35; n += 1) await run(`insert into product values (${n}, 'Tea')`);
  for (let n = 0; n < 25; n += 1) await store.getState().undo();
  expect(await run('select count(*) from product')).toEqual(['2']);
  for (let n = 0; n < 25; n += 1) await store.getState().redo();
  expect(await run('select count(*) from product')).toEqual(['27']);
  const { undoList } = store.getState();
  expect(undoList === null ? null : currentOf(undoList).isChange).toBe(false);
});
