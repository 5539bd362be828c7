import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { alterScript } from '#core/catalog/ddl/alter-script.ts';
import { scriptOf } from '#core/catalog/ddl/ddl-statement.ts';
import { plainColumn } from '#core/catalog/plain-catalog.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { done, failureOf, rowsOf } from '#engine/test-questions.ts';
import { drawDesign } from './draw-design.ts';
import { failureAdvice, type FailureAdvice } from './failure-advice.ts';
import { newCheck, newForeignKey, newUnique } from './new-constraints.ts';
import type { SchemaEdit } from './schema-edit.ts';

let engine: Engine;
let start: SnapshotId;
let live: Catalog;

beforeAll(async () => {
  engine = await createNodeEngine();
  await done(
    engine,
    `create table users (id int primary key);
    create table orders (id int primary key, "user" int, total int, note text);
    insert into users values (1);
    insert into orders values (1, 1, 5, '7'), (2, 9, -5, '7'), (3, null, null, 'x')`,
  );
  const kept = await engine.snapshot();
  const catalog = await engine.catalog();
  if (!kept.ok || !catalog.ok) throw new Error('no start');
  start = kept.value;
  live = catalog.value;
});

beforeEach(() => engine.restore(start));

afterAll(() => engine.close());

const orders = { schema: 'public', name: 'orders' };

function ordersTable(): Table {
  const table = live.tables.find(({ name }) => name === 'orders');
  if (table === undefined) throw new Error('no orders');
  return table;
}

/** What is said of a drawing that the rows refuse. */
async function advised(...edits: readonly SchemaEdit[]): Promise<FailureAdvice | null> {
  const design = drawDesign(live, edits);
  const failure = await failureOf(engine, scriptOf(alterScript(live, design.catalog, design.lineage)));
  await engine.restore(start);
  return failureAdvice(failure, live, design);
}

describe('advice on a drawing that was refused', () => {
  it.each<[string, () => SchemaEdit, readonly string[]]>([
    [
      'NULLs where none may be',
      () => ({ kind: 'change-column', table: orders, column: 'total', to: { notNull: true } }),
      ['3'],
    ],
    [
      'a check that some rows break',
      () => ({ kind: 'add-check', table: orders, check: newCheck(live, ordersTable(), 'total > 0') }),
      ['2'],
    ],
    [
      'a reference to nothing',
      () => ({
        kind: 'add-foreign-key',
        table: orders,
        foreignKey: newForeignKey(live, ordersTable(), {
          columns: ['user'],
          references: { schema: 'public', table: 'users', columns: ['id'] },
          onDelete: 'no action',
          onUpdate: 'no action',
        }),
      }),
      ['2'],
    ],
  ])('finds the rows: %s', async (_, edit, ids) => {
    const query = (await advised(edit()))?.query ?? '';
    expect((await rowsOf(engine, query)).map(([id]) => id)).toEqual(ids);
  });

  it('finds what is there twice, under the names of before', async () => {
    const key = newUnique(live, ordersTable(), {
      columns: ['note'],
      deferrable: false,
      initiallyDeferred: false,
      nullsNotDistinct: false,
    });
    const rename: SchemaEdit = { kind: 'change-column', table: orders, column: 'note', to: { name: 'Remark' } };
    const advice = await advised({ kind: 'add-unique', table: orders, key }, rename);
    expect(await rowsOf(engine, advice?.query ?? '')).toEqual([['7', '2']]);
  });

  it('says of a new column that it needs a default', async () => {
    const column = plainColumn('code', 'text', { notNull: true });
    const advice = await advised({ kind: 'add-column', table: orders, column });
    expect(advice).toMatchObject({ query: null, words: expect.stringContaining('Give it a default') });
  });

  it('offers the conversion that PostgreSQL asks for', async () => {
    const edit: SchemaEdit = { kind: 'change-column', table: orders, column: 'note', to: { type: 'integer' } };
    const advice = await advised(edit);
    expect(advice?.fix?.edit).toMatchObject({ column: 'note', using: 'note::integer' });
    const fixed = advice?.fix == null ? null : await advised(edit, advice.fix.edit);
    expect(fixed?.words).toContain('can not be converted');
  });
});
