import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { plainColumn, plainKey } from '#core/catalog/plain-catalog.ts';
import { defaultConventions, newTable } from '#core/design/naming.ts';
import { relationEdit } from '#core/design/relation-edit.ts';
import { proposeRelation } from '#core/design/relations.ts';
import { isSameSchema } from '#core/design/same-schema.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import type { AppStore } from '#state/app-store.ts';
import type { Services } from '#state/services.ts';
import { openShop } from '#state/test-shop.ts';
import { designOf } from './design-of.ts';

let engine: Engine | null = null;
let empty: SnapshotId | null = null;
let store: AppStore;

beforeEach(async () => {
  store = await openPage();
});

afterAll(() => engine?.close());

/** A page that is opened anew on an empty database. */
async function openPage(services: Partial<Services> = {}): Promise<AppStore> {
  engine ??= await createNodeEngine();
  if (empty === null) {
    const kept = await engine.snapshot();
    empty = kept.ok ? kept.value : null;
  } else await engine.restore(empty);
  return openShop(engine, services);
}

const product = { schema: 'public', name: 'product' };
const seller = { schema: 'public', name: 'sellers' };

const price: SchemaEdit = {
  kind: 'add-column',
  table: product,
  column: plainColumn('price', 'numeric(10,2)', { notNull: true, default: '0' }),
};
const noSuchValue: SchemaEdit = {
  kind: 'add-column',
  table: product,
  column: plainColumn('code', 'text', { notNull: true }),
};

function draw(...edits: readonly SchemaEdit[]): void {
  for (const edit of edits) store.getState().addEdit(edit);
}

/** What was run is kept behind its answer. */
async function settled(): Promise<void> {
  await store.getState().goToMoment(-1);
}

async function run(sql: string): Promise<unknown> {
  await store.getState().submitSql(sql, 0);
  await settled();
  const last = store.getState().lastRun?.outcome.statements.at(-1);
  return last?.kind === 'done' ? last.result?.rows : last;
}

async function runDrawn(): Promise<void> {
  await store.getState().runDesign();
  await settled();
}

function columnsOf(name: string): readonly string[] | undefined {
  return store
    .getState()
    .catalog?.tables.find((table) => table.name === name)
    ?.columns.map((column) => column.name);
}

describe('a drawing that is run', () => {
  it('makes of the live schema what was drawn, and is gone', async () => {
    const { catalog } = store.getState();
    if (catalog === null) throw new Error('no catalog');
    draw({ kind: 'add-table', table: newTable(catalog, seller, defaultConventions) }, price);
    const drawn = designOf(store.getState())?.catalog ?? catalog;
    const relation = relationEdit(drawn, {
      ...proposeRelation(drawn, 'one-to-many', { from: seller, to: product }, defaultConventions),
      isRequired: false,
    });
    if (!relation.ok) throw new Error(relation.error);
    draw(relation.value, { kind: 'rename-table', table: product, name: 'products' });
    const wanted = designOf(store.getState())?.catalog;
    await runDrawn();
    const live = store.getState().catalog;
    expect(store.getState().designFailure).toBeNull();
    expect(wanted !== undefined && live !== null && isSameSchema(wanted, live)).toBe(true);
    expect(store.getState()).toMatchObject({ edits: [], transaction: 'idle' });
    expect(store.getState().changes?.tables.added.map(({ name }) => name)).toEqual(['products', 'sellers']);
    expect(await run('select name, price from products order by id')).toEqual([
      ['Bread', '0.00'],
      ['Milk', '0.00'],
    ]);
  });

  it('is undone as any run, and can be drawn again', async () => {
    draw(price);
    await runDrawn();
    expect(columnsOf('product')).toEqual(['id', 'name', 'price']);
    await store.getState().undo();
    expect(columnsOf('product')).toEqual(['id', 'name']);
    expect(store.getState().edits).toEqual([]);
    store.getState().redoEdit();
    expect(store.getState().edits).toEqual([price]);
  });

  it('leaves what stands in the editor unrun', async () => {
    store.getState().editDraft('select name from product order by id');
    draw(price);
    await runDrawn();
    await store.getState().check();
    expect(store.getState().grades['name-them']).toMatchObject({ kind: 'graded', step: { passed: true } });
  });

  it('is all done or nothing: what fails changes nothing, stays drawn, and is said', async () => {
    draw(price, noSuchValue);
    await runDrawn();
    const { designFailure, transaction, edits } = store.getState();
    expect(designFailure).toMatchObject({ failure: { kind: 'statement', sqlState: '23502', column: 'code' } });
    expect(designFailure?.sql).toContain('code');
    expect(transaction).toBe('idle');
    expect(edits).toEqual([price, noSuchValue]);
    expect(columnsOf('product')).toEqual(['id', 'name']);
    expect(await run("select to_regclass('product'), count(*) from product")).toEqual([['product', '2']]);
    store.getState().undoEdit();
    expect(store.getState().designFailure).toBeNull();
  });

  it('runs inside a transaction that is open, to be committed or rolled back by who opened it', async () => {
    await run('begin');
    draw(price);
    await runDrawn();
    expect(store.getState().transaction).toBe('open');
    expect(columnsOf('product')).toContain('price');
    await run('rollback');
    expect(columnsOf('product')).toEqual(['id', 'name']);
    expect(store.getState().edits).toEqual([price]);
    await run('begin');
    await runDrawn();
    await run('commit');
    expect(columnsOf('product')).toContain('price');
    expect(store.getState().edits).toEqual([]);
  });

  it('is not run in a transaction that has failed', async () => {
    draw(price);
    await run('begin; select 1/0');
    await runDrawn();
    expect(store.getState()).toMatchObject({ transaction: 'failed', edits: [price] });
  });

  it('falls away when the same is run by hand, and what is left of it stays', async () => {
    draw(
      price,
      {
        kind: 'add-check',
        table: product,
        check: { name: 'product_price_check', expression: 'price>=0', validated: true },
      },
      { kind: 'add-unique', table: product, key: plainKey('product_name_key', 'name') },
    );
    await run('alter table product add column price numeric(10,2) not null default 0, add check (price>=0)');
    expect(store.getState().edits.map(({ kind }) => kind)).toEqual(['add-unique']);
    await run('alter table product add unique (name)');
    expect(store.getState().edits).toEqual([]);
  });
});

describe('a drawing that is not run', () => {
  it('is there after a reload, on the schema of then', async () => {
    const values = new Map<string, string>();
    const storage = {
      isLasting: true,
      read: (key: string) => values.get(key) ?? null,
      write: (key: string, value: string) => values.set(key, value) === values,
      remove: (key: string) => void values.delete(key),
    };
    store = await openPage({ storage });
    draw(price, {
      kind: 'together',
      title: 'Two',
      edits: [
        noSuchValue,
        { kind: 'change-column', table: product, column: 'name', to: { comment: 'as on the shelf' } },
      ],
    });
    const again = await openPage({ storage });
    expect(again.getState().edits).toEqual(store.getState().edits);
    expect(designOf(again.getState())?.catalog.tables[0]?.columns.map(({ name }) => name)).toEqual([
      'id',
      'name',
      'price',
      'code',
    ]);
    await again.getState().resetLesson();
    expect(again.getState().edits).toEqual([]);
    expect((await openPage({ storage })).getState().edits).toEqual([]);
  });

  it('does not read: the lesson’s record is whole without it', async () => {
    const record = {
      passedSteps: ['name-them'],
      currentStep: null,
      drafts: {},
      hintsShown: {},
      answers: {},
      solutionsSeen: [],
      history: [],
      openedAtMs: 0,
      drawing: [{ kind: 'paint' }],
    };
    const read = (key: string) =>
      key === 'rowhouse:lesson:shop/sells' ? JSON.stringify({ version: 1, value: record }) : null;
    const page = await openPage({ storage: { isLasting: true, read, write: () => true, remove: () => undefined } });
    expect(page.getState().records['shop/sells']?.passedSteps).toEqual(['name-them']);
    expect(page.getState().edits).toEqual([]);
  });

  it('is let go stroke by stroke, and brought back', () => {
    draw(price, noSuchValue);
    store.getState().undoEdit();
    expect(store.getState()).toMatchObject({ edits: [price], undoneEdits: [noSuchValue] });
    store.getState().redoEdit();
    expect(store.getState()).toMatchObject({ edits: [price, noSuchValue], undoneEdits: [] });
    store.getState().discardEdits();
    expect(store.getState()).toMatchObject({ edits: [], undoneEdits: [] });
  });
});
