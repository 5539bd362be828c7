import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '#core/catalog/catalog.ts';
import { scriptOf } from '#core/catalog/ddl/ddl-statement.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done, rowsOf } from '#engine/test-questions.ts';
import type { Migration, MigrationChoice, MigrationGround } from './migration-ground.ts';
import { obstaclesOf, planMigration } from './migration.ts';
import { proposePartNames } from './part-names.ts';
import { askSplit } from '#core/normalization/split-facts.ts';
import { splitTable } from '#core/normalization/table-split.ts';
import { fd, mvd, orderLines, schemeOf, shapes, tableIn, type Shape } from './test-splits.ts';

let engine: Engine;

const { putBack } = engineForTests((started) => (engine = started));

async function catalogNow(): Promise<Catalog> {
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error('no catalog');
  return catalog.value;
}

async function groundOf(shape: Shape): Promise<MigrationGround> {
  await done(engine, shape.setup);
  const catalog = await catalogNow();
  const table = tableIn(catalog, shape);
  const [dependency] = shape.stated;
  if (dependency === undefined) throw new Error('nothing stated');
  const split = splitTable(schemeOf(table, shape.stated), dependency);
  if (!split.ok) throw new Error(split.error);
  const facts = await askSplit(catalog, table, split.value, (sql) => engine.probe(sql));
  if (!facts.ok) throw new Error(JSON.stringify(facts.error));
  return { catalog, table, split: split.value, facts: facts.value };
}

async function migrate(ground: MigrationGround, choice: Pick<MigrationChoice, 'style' | 'old'>): Promise<Migration> {
  const names = proposePartNames(ground.catalog, ground.table, ground.split);
  const migration = planMigration(ground, { ...choice, ...names });
  await done(engine, `begin;\n${scriptOf(migration.statements)}\ncommit;`);
  return migration;
}

const styles = [
  { style: 'alter', old: 'renamed' },
  { style: 'new-tables', old: 'renamed' },
  { style: 'new-tables', old: 'dropped' },
] as const;

/** All rows as texts, each once. */
function contents(from: string, columns: readonly string[]): string {
  return `select distinct ${columns.map((name) => `${quoteName(name)}::text`).join(', ')} from ${from} order by ${columns.map((_, place) => place + 1).join(', ')}`;
}

describe.each(shapes)('planMigration for $name', (shape) => {
  it.each(styles)('loses and invents no row ($style, $old)', async (choice) => {
    const ground = await groundOf(shape);
    const columns = ground.table.columns.map(({ name }) => name);
    const before = await rowsOf(engine, contents(sqlName(ground.table), columns));
    expect(obstaclesOf(ground, choice.style)).toEqual([]);
    const { join, moved, kept } = await migrate(ground, choice);
    expect(await rowsOf(engine, contents(`(${join}) as t`, columns))).toEqual(before);
    const view = choice.style === 'alter' ? `(${join}) as t` : sqlName(ground.table);
    expect(await rowsOf(engine, contents(view, columns))).toEqual(before);
    const after = await catalogNow();
    for (const part of [moved, kept]) {
      const live = tableIn(after, { table: part.name, schema: part.schema });
      expect(live.columns.map(({ name, type, notNull }) => ({ name, type, notNull }))).toEqual(
        part.columns.map(({ name, type, notNull }) => ({ name, type, notNull })),
      );
      expect(live.primaryKey?.columns).toEqual(part.primaryKey?.columns);
    }
  });
});

describe('planMigration', () => {
  it('writes the tables with their keys, and ties them', async () => {
    const ground = await groundOf(orderLines);
    const choice = { style: 'alter', moved: 'products', kept: '', old: 'renamed' } as const;
    expect(scriptOf(planMigration(ground, choice).statements)).toBe(`create table products (
  product_id integer primary key,
  product text not null,
  price numeric(8,2) not null check (price >= 0)
);

create index products_product_idx on products (product);

insert into products (product_id, product, price)
select distinct product_id, product, price
from order_lines
order by product_id;

alter table order_lines
  drop column product,
  drop column price;

alter table order_lines
  add foreign key (product_id) references products;
`);
  });

  it('refuses where rows contradict the dependency, and has them ready', async () => {
    const ground = await groundOf({
      ...orderLines,
      setup: `${orderLines.setup} update order_lines set price = 10 where order_id = 2;`,
    });
    expect(obstaclesOf(ground, 'alter')).toEqual([
      'The rows contradict the dependency: `product_id` stands beside several values, and only you know which is right. Put these rows right first.',
    ]);
    expect(ground.facts.contradictions.rows).toEqual([
      ['7', 'Cup', '9.50', '2'],
      ['7', 'Cup', '10.00', '1'],
    ]);
  });

  it('refuses to lose what rows without a determinant say', async () => {
    const ground = await groundOf({
      name: '',
      table: 't',
      setup:
        "create table t (id int primary key, a text, b text); insert into t values (1, null, 'x'), (2, null, null), (3, 'k', 'y')",
      stated: [fd(['a'], 'b')],
    });
    expect(ground.facts).toMatchObject({
      withoutDeterminant: 2,
      homeless: 1,
      homelessSample: { rows: [['1', null, 'x']] },
    });
    expect(obstaclesOf(ground, 'alter')).toHaveLength(1);
  });

  it('refuses combinations that would be invented', async () => {
    const ground = await groundOf({
      name: '',
      table: 't',
      setup: "create table t (a text, b text, c text); insert into t values ('k', '1', 'x'), ('k', '2', 'y')",
      stated: [mvd(['a'], 'b')],
    });
    expect(ground.facts.contradictionCount).toBe(2);
    expect(obstaclesOf(ground, 'alter')).toHaveLength(1);
  });

  it('leads foreign keys of others to the part that has their key, or says that they go', async () => {
    const staff = await groundOf(shapeOf('a reference to itself and one from another table'));
    const { notes } = await migrate(staff, { style: 'new-tables', old: 'renamed' });
    expect(notes).toContain('`cars_owner_fkey` of `cars` refers to `staff_base` from now on.');
    const after = tableIn(await catalogNow(), { table: 'cars' });
    expect(after.foreignKeys).toMatchObject([
      { name: 'cars_owner_fkey', references: { table: 'staff_base' }, onDelete: 'cascade' },
    ]);
    await putBack();
    const places = await groundOf(shapeOf('a key that is torn apart (BCNF)'));
    const migration = await migrate(places, { style: 'alter', old: 'renamed' });
    expect(migration.notes).toContain(
      '`letters_city_street_fkey` of `letters` refers to columns that are a key of neither part: it is dropped.',
    );
    expect(migration.kept.primaryKey?.columns).toEqual(['street', 'zip']);
  });

  it('keeps views alive, over the join where they read a column that moved', async () => {
    const ground = await groundOf(shapeOf('enums, domains, views, foreign keys that go along'));
    const before = [await rowsOf(engine, 'table single_rooms'), await rowsOf(engine, 'table counted')];
    const { notes } = await migrate(ground, { style: 'alter', old: 'renamed' });
    expect([await rowsOf(engine, 'table single_rooms'), await rowsOf(engine, 'table counted')]).toEqual(before);
    expect(notes).toEqual([]);
    const after = tableIn(await catalogNow(), { table: 'bookings' });
    expect(after.foreignKeys).toMatchObject([{ columns: ['room'], references: { table: 'rooms', columns: ['room'] } }]);
  });

  it.each(['renamed', 'dropped'] as const)('leads views and what stands on them to the new view (%s)', async (old) => {
    const shape = shapeOf('enums, domains, views, foreign keys that go along');
    const ground = await groundOf({
      ...shape,
      setup: `${shape.setup} create function how_many() returns bigint begin atomic select n from counted; end;`,
    });
    await migrate(ground, { style: 'new-tables', old });
    await done(engine, "update rooms set kind = 'double' where room = 10");
    expect(await rowsOf(engine, 'select how_many()')).toEqual([['0']]);
  });

  it('goes on counting behind the rows that it moved', async () => {
    const ground = await groundOf(shapeOf('an identity column and one that is computed'));
    await migrate(ground, { style: 'new-tables', old: 'dropped' });
    await done(
      engine,
      "insert into customers values ('c', 'c@z.org'); insert into tickets_base (customer) values ('c')",
    );
    expect(await rowsOf(engine, 'select max(id) from tickets')).toEqual([['4']]);
  });

  it('gives back the rows of any table in which the dependency holds', async () => {
    const cell = fc.option(fc.constantFrom('x', 'y', 'z'));
    const rows = fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r', null), cell), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(...styles), fc.boolean(), async (drawn, choice, hasKey) => {
        await putBack();
        const values = drawn.map(
          ([a, c], place) => `(${place}, ${text(a)}, ${text(a === null ? null : `of ${a}`)}, ${text(c)})`,
        );
        const ground = await groundOf({
          name: '',
          table: 't',
          setup: `create table t (id int${hasKey ? ' primary key' : ''}, a text, b text, c text);
            ${values.length === 0 ? '' : `insert into t values ${values.join(', ')};`}${hasKey ? '' : 'alter table t drop column id;'}`,
          stated: [fd(['a'], 'b')],
        });
        const columns = ground.table.columns.map(({ name }) => name);
        const before = await rowsOf(engine, contents('t', columns));
        const { join } = await migrate(ground, choice);
        expect(await rowsOf(engine, contents(`(${join}) as j`, columns))).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});

function text(value: string | null): string {
  return value === null ? 'null' : `'${value}'`;
}

function shapeOf(name: string): Shape {
  const found = shapes.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no shape ${name}`);
  return found;
}

it('proposes no name that is a name only in quotes, and sees no space around one', async () => {
  const ground = await groundOf({
    name: 'one letter',
    setup: 'create table letters (a int, b int, c int primary key); insert into letters values (1, 2, 3)',
    table: 'letters',
    stated: [fd(['a'], 'b')],
  });
  expect(proposePartNames(ground.catalog, ground.table, ground.split).moved).toBe('a_values');
  const { moved, kept } = planMigration(ground, { style: 'new-tables', old: 'renamed', moved: ' one ', kept: 'rest ' });
  expect([moved.name, kept.name]).toEqual(['one', 'rest']);
});
