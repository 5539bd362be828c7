import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { rowsOf } from '#engine/test-questions.ts';
import type { AppStore } from '#state/app-store.ts';
import { openShop } from '#state/test-shop.ts';
import { toUndo } from '#state/undo/undo-list.ts';
import { isDecompositionStale } from './decompose-slice.ts';
import type { Decomposition } from './fresh-decompose.ts';
import { judgementOf } from './judgement-of.ts';
import type { StatedDependency } from './normalization-slice.ts';
import { relationOf } from './relation-of.ts';
import { splitsAround, standingSplits } from './standing-splits.ts';

let engine: Engine;
let store: AppStore;

engineForTests((started) => (engine = started));

beforeEach(async () => {
  store = await openShop(engine);
});

async function run(sql: string): Promise<void> {
  await store.getState().submitSql(sql, 0);
  // A state is put on the list after the run was answered.
  await store.getState().goToMoment(-1);
}

const flat = `create table line (ord int, item int, customer text not null, city text not null, title text not null, primary key (ord, item));
  insert into line values (1, 1, 'Ann', 'Ulm', 'Cup'), (1, 2, 'Ann', 'Ulm', 'Jug'), (2, 1, 'Ann', 'Ulm', 'Cup'), (3, 2, 'Bob', 'Kiel', 'Jug');`;

function says(determinant: string, ...dependents: readonly string[]): StatedDependency {
  return { kind: 'functional', origin: 'stated', determinant: [determinant], dependents };
}

const line = { schema: 'public', name: 'line' };

async function openLines(): Promise<void> {
  await run(flat);
  store.getState().chooseNormalizationTable(line);
  store.getState().stateDependencies(line, [says('ord', 'customer'), says('customer', 'city'), says('item', 'title')]);
}

function decompositionNow(): Decomposition {
  const { decomposition } = store.getState();
  if (decomposition.kind !== 'ready') throw new Error(JSON.stringify(decomposition));
  return decomposition.decomposition;
}

function formNow(): string {
  const relation = relationOf(store.getState());
  return relation === null ? '' : `${relation.table.name} ${judgementOf(relation.scheme).form}`;
}

/** The splits that the table at hand came of: the table that was split, and its parts. */
function standingNow(): readonly (readonly string[])[] {
  const { catalog, doneSplits } = store.getState();
  const table = relationOf(store.getState())?.table;
  if (catalog === null || table === undefined) return [];
  const splits = splitsAround(standingSplits(doneSplits, catalog), table);
  return splits.map(({ from, into }) => [from, ...into].map(({ name }) => name));
}

describe('the decomposition of a live table', () => {
  it('goes on from violation to violation until nothing is left, and each is one run to undo', async () => {
    await openLines();
    expect(formNow()).toBe('line 1NF');
    await store.getState().chooseViolation({ determinant: ['item'], dependents: ['title'] });
    expect(decompositionNow()).toMatchObject({
      facts: { movedRows: 2, keptRows: 4, rows: 4 },
      redundancy: { repeatedCells: 2 },
      lost: [],
    });
    expect(store.getState().migrationChoice).toMatchObject({ style: 'alter', moved: 'items' });
    await store.getState().runMigration();
    await store.getState().goToMoment(-1);
    expect(store.getState().migrationFailure).toBeNull();
    expect(formNow()).toBe('line 1NF');
    await store.getState().chooseViolation({ determinant: ['ord'], dependents: ['customer', 'city'] });
    store.getState().changeMigration({ moved: 'orders' });
    await store.getState().runMigration();
    await store.getState().goToMoment(-1);
    // What held between customer and city went along.
    expect(formNow()).toBe('orders 2NF');
    await store.getState().chooseViolation({ determinant: ['customer'], dependents: ['city'] });
    await store.getState().runMigration();
    await store.getState().goToMoment(-1);
    expect(formNow()).toBe('orders BCNF');
    expect(store.getState().catalog?.tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['customers', 'items', 'line', 'orders']),
    );
    expect(
      await rowsOf(
        engine,
        'select ord, item, customer, city, title from line join orders using (ord) join customers using (customer) join items using (item) order by 1, 2',
      ),
    ).toEqual([
      ['1', '1', 'Ann', 'Ulm', 'Cup'],
      ['1', '2', 'Ann', 'Ulm', 'Jug'],
      ['2', '1', 'Ann', 'Ulm', 'Cup'],
      ['3', '2', 'Bob', 'Kiel', 'Jug'],
    ]);
    for (let step = 0; step < 3; step += 1) await store.getState().undo();
    store.getState().chooseNormalizationTable(line);
    // With the columns, what was said of them is back.
    expect(relationOf(store.getState())?.stated).toEqual(
      expect.arrayContaining([says('item', 'title'), says('ord', 'customer'), says('customer', 'city')]),
    );
    expect(formNow()).toBe('line 1NF');
  });

  it('makes new tables with a view of the old name', async () => {
    await openLines();
    await store.getState().chooseViolation({ determinant: ['item'], dependents: ['title'] });
    store.getState().changeMigration({ style: 'new-tables', old: 'dropped', kept: 'order_line' });
    await store.getState().runMigration();
    await store.getState().goToMoment(-1);
    expect(store.getState().catalog?.views.map(({ name }) => name)).toEqual(['line']);
    expect(await rowsOf(engine, 'select count(*) from line')).toEqual([['4']]);
    expect(formNow()).toBe('order_line 1NF');
    expect(store.getState().doneSplits).toMatchObject([
      { from: line, into: [{ name: 'order_line' }, { name: 'items' }] },
    ]);
  });

  it('says of the copy that is kept what was said of the table, goes on beside it, and back where it is undone', async () => {
    await openLines();
    await store.getState().chooseViolation({ determinant: ['item'], dependents: ['title'] });
    store.getState().changeMigration({ style: 'new-tables', old: 'renamed', kept: ' order_line ' });
    await store.getState().runMigration();
    await store.getState().goToMoment(-1);
    expect(formNow()).toBe('order_line 1NF');
    expect(standingNow()).toEqual([['line', 'order_line', 'items']]);
    const { undoList, doneSplits } = store.getState();
    expect(undoList !== null && toUndo(undoList)).toMatchObject({ kind: 'run', sql: doneSplits[0]?.sql });
    store.getState().chooseNormalizationTable({ schema: 'public', name: 'line_old' });
    expect(formNow()).toBe('line_old 1NF');
    expect(standingNow()).toEqual([]);
    store.getState().chooseNormalizationTable({ schema: 'public', name: 'items' });
    await store.getState().undo();
    expect(formNow()).toBe('line 1NF');
    expect(standingNow()).toEqual([]);
    await store.getState().redo();
    expect(formNow()).toBe('items BCNF');
    // A part that is split further stands in what came of it.
    store.getState().chooseNormalizationTable({ schema: 'public', name: 'order_line' });
    await store.getState().chooseViolation({ determinant: ['ord'], dependents: ['customer', 'city'] });
    store.getState().changeMigration({ style: 'new-tables', old: 'dropped', moved: 'orders', kept: 'entry' });
    await store.getState().runMigration();
    await store.getState().goToMoment(-1);
    expect(store.getState().migrationFailure).toBeNull();
    expect(standingNow()).toEqual([
      ['line', 'order_line', 'items'],
      ['order_line', 'entry', 'orders'],
    ]);
    await store.getState().undo();
    expect(standingNow()).toEqual([['line', 'order_line', 'items']]);
  });

  it('is stale once the tables are others, and refuses nothing on the way', async () => {
    await openLines();
    await store.getState().chooseViolation({ determinant: ['item'], dependents: ['title'] });
    await run('select 1');
    expect(isDecompositionStale(store.getState())).toBe(false);
    await run("insert into line values (4, 1, 'Eve', 'Bonn', 'Cup')");
    expect(isDecompositionStale(store.getState())).toBe(true);
  });

  it('says why a migration failed, and changes nothing', async () => {
    await openLines();
    await store.getState().chooseViolation({ determinant: ['item'], dependents: ['title'] });
    await run("update line set title = 'Mug' where ord = 2");
    await store.getState().runMigration();
    expect(store.getState().migrationFailure).toMatch(/^23505 /);
    expect(store.getState().transaction).toBe('idle');
    expect(store.getState().catalog?.tables.some(({ name }) => name === 'items')).toBe(false);
    expect(store.getState().doneSplits).toEqual([]);
  });

  it('runs inside a transaction of the learner, and not in one that has failed', async () => {
    await openLines();
    await run('begin');
    await store.getState().chooseViolation({ determinant: ['item'], dependents: ['title'] });
    await store.getState().runMigration();
    await store.getState().goToMoment(-1);
    expect(store.getState().transaction).toBe('open');
    await run('rollback');
    expect(store.getState().catalog?.tables.some(({ name }) => name === 'items')).toBe(false);
    await run('begin; select nonsense');
    expect(store.getState().transaction).toBe('failed');
    await store.getState().chooseViolation({ determinant: ['item'], dependents: ['title'] });
    expect(store.getState().decomposition).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('ROLLBACK'),
    });
  });

  it('tries the anomalies of the violation, of which nothing remains', async () => {
    await openLines();
    await store.getState().chooseViolation({ determinant: ['item'], dependents: ['title'] });
    await store.getState().tryAnomalies();
    const { anomalies } = store.getState();
    expect(anomalies).toMatchObject({ kind: 'ready' });
    expect(
      anomalies.kind === 'ready' && anomalies.anomalies.map(({ whole, parts }) => [whole.kind, parts.kind]),
    ).toEqual([
      ['shown', 'shown'],
      ['shown', 'shown'],
      ['shown', 'shown'],
    ]);
    expect(await rowsOf(engine, 'select count(*), count(distinct title) from line')).toEqual([['4', '2']]);
    expect(store.getState().undoList?.moments).toHaveLength(2);
  });

  it('takes on a dependency that says nothing with a reason', async () => {
    await openLines();
    await store.getState().chooseViolation({ determinant: ['ord', 'item'], dependents: ['title'] });
    expect(store.getState().decomposition).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('it is a key'),
    });
  });
});
