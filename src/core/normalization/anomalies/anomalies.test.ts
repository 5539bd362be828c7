import { describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { err, ok } from '#core/shared/result.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done, rowsOf } from '#engine/test-questions.ts';
import { showAnomalies } from './anomalies.ts';
import type { Anomaly, Showing } from './anomaly-ground.ts';
import { obstaclesOf, planMigration } from '#core/normalization/migration/migration.ts';
import { proposePartNames } from '#core/normalization/migration/part-names.ts';
import { askSplit } from '#core/normalization/split-facts.ts';
import { splitTable } from '#core/normalization/table-split.ts';
import {
  fd,
  mvd,
  orderLines,
  schemeOf,
  shapes,
  tableIn,
  type Shape,
} from '#core/normalization/migration/test-splits.ts';

let engine: Engine;

const { putBack } = engineForTests((started) => (engine = started));

async function anomaliesOf(shape: Omit<Shape, 'name'>): Promise<readonly Anomaly[]> {
  await done(engine, shape.setup);
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error('no catalog');
  const table = tableIn(catalog.value, shape);
  const [dependency = fd([])] = shape.stated;
  const split = splitTable(schemeOf(table, shape.stated), dependency);
  if (!split.ok) throw new Error(split.error);
  const ask = (sql: string) => engine.probe(sql);
  const facts = await askSplit(catalog.value, table, split.value, ask);
  if (!facts.ok) throw new Error(JSON.stringify(facts.error));
  const ground = { catalog: catalog.value, table, split: split.value, facts: facts.value };
  const [obstacle] = obstaclesOf(ground, 'alter');
  const names = proposePartNames(catalog.value, table, split.value);
  const plan = planMigration(ground, { style: 'alter', old: 'renamed', ...names });
  const found = await showAnomalies({
    ...ground,
    migration: obstacle === undefined ? ok(plan) : err(obstacle),
    ask,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

/** What a reader sees first. */
function shortly(showing: Showing): unknown {
  if (showing.kind === 'impossible') return showing.reason;
  const { statement, answer, after } = showing.trial;
  return [statement, answer.kind === 'done' ? answer.rows : answer.failure.sqlState, after?.rows ?? null];
}

describe('showAnomalies', () => {
  it('shows all three on the table, and that they are gone on its parts', async () => {
    const [insertion, update, deletion] = await anomaliesOf(orderLines);
    expect(insertion).toMatchObject({ kind: 'insertion' });
    expect([insertion, update, deletion].map((one) => one && [shortly(one.whole), shortly(one.parts)])).toEqual([
      [
        ["insert into order_lines (product_id, product, price)\nvalues (10, 'Cup', 9.50)", '23502', null],
        ["insert into products (product_id, product, price)\nvalues (10, 'Cup', 9.50)", 1, [['10', 'Cup', '9.50']]],
      ],
      [
        [
          "update order_lines\nset product = 'Jug'\nwhere order_id = 1 and product_id = 7",
          1,
          [
            ['1', '7', 'Jug'],
            ['2', '7', 'Cup'],
            ['3', '7', 'Cup'],
          ],
        ],
        [
          "update products\nset product = 'Jug'\nwhere product_id = 7",
          1,
          [
            ['1', '7', 'Jug'],
            ['2', '7', 'Jug'],
            ['3', '7', 'Jug'],
          ],
        ],
      ],
      [
        ['delete from order_lines\nwhere order_id = 1 and product_id = 8', 1, []],
        ['delete from order_lines\nwhere order_id = 1 and product_id = 8', 1, [['8', 'Plate', '12.00']]],
      ],
    ]);
    expect(await rowsOf(engine, 'select count(*), count(distinct product) from order_lines')).toEqual([['5', '3']]);
  });

  it('shows a multivalued dependency broken by one row, and whole again on its parts', async () => {
    const skills = shapes.find(({ table }) => table === 'skills') ?? orderLines;
    const found = await anomaliesOf(skills);
    expect(found.map(({ whole, parts }) => [whole.kind, parts.kind])).toEqual([
      ['shown', 'shown'],
      ['shown', 'shown'],
      ['shown', 'shown'],
    ]);
    expect(found.map(({ parts }) => parts.kind === 'shown' && parts.trial.answer)).toEqual([
      { kind: 'done', rows: 1 },
      { kind: 'done', rows: 1 },
      { kind: 'done', rows: 2 },
    ]);
  });

  it.each(shapes.filter(({ table }) => !['empty', 'nothing', 'order_lines', 'skills', 'visits'].includes(table)))(
    'finds statements that fit $name',
    async (shape) => {
      const found = await anomaliesOf(shape);
      expect(found.map(({ whole }) => whole.kind)).toEqual(['shown', 'shown', 'shown']);
      expect(found.map(({ parts }) => parts.kind)).toEqual(['shown', 'shown', 'shown']);
    },
  );

  it('says what came of a fact that PostgreSQL takes with NULLs, or makes a row up for', async () => {
    const rows = "insert into t (a, b, c) values ('p', 'x', 'u'), ('p', 'x', null)";
    const [bare] = await anomaliesOf({
      table: 't',
      setup: `create table t (a text, b text, c text); ${rows}`,
      stated: [fd(['a'], 'b')],
    });
    expect(bare?.whole).toMatchObject({ words: expect.stringContaining('NULL in all else') });
    await putBack();
    const [numbered] = await anomaliesOf({
      table: 't',
      setup: `create table t (id int generated always as identity primary key, a text, b text, c text); ${rows}`,
      stated: [fd(['a'], 'b')],
    });
    expect(numbered?.whole).toMatchObject({ words: expect.stringContaining('makes up the rest (`id`)') });
  });

  it.each([
    ['a check', "a text check (a ~ '^[A-Z]-\\d{3}$')", "'K-007'", "'K-008'"],
    ['a domain', 'a small', '3', '4'],
    ['an enum', 'a mood', "'glad'", "'sad'"],
    ['a date', 'a date', "'2024-02-28'", "'2024-02-29'"],
    ['a narrow column', 'a char(1)', "'q'", "'X'"],
    ['a foreign key', 'a int references p', '1', '2'],
  ])('finds a new value past %s', async (_, column, value, fresh) => {
    const [insertion] = await anomaliesOf({
      table: 't',
      setup: `create domain small as int check (value < 5); create type mood as enum ('glad', 'sad');
        create table p (id int primary key); insert into p values (1), (2);
        create table t (id int primary key, ${column}, b text);
        insert into t values (1, ${value}, 'x'), (2, ${value}, 'x')`,
      stated: [fd(['a'], 'b')],
    });
    expect(insertion?.whole).toMatchObject({
      kind: 'shown',
      trial: { statement: `insert into t (a, b)\nvalues (${fresh}, 'x')`, answer: { failure: { sqlState: '23502' } } },
    });
  });

  it('says so where nothing new can be said, or a trigger refuses', async () => {
    const [insertion] = await anomaliesOf({
      table: 't',
      setup: `create table t (id int primary key, a boolean, b text);
        insert into t values (1, true, 'x'), (2, false, 'y'), (3, true, 'x')`,
      stated: [fd(['a'], 'b')],
    });
    expect(insertion?.whole).toMatchObject({
      kind: 'impossible',
      reason: 'No value of `a` could be found that is not there yet, so no new fact could be tried.',
    });
    await putBack();
    const guarded = await anomaliesOf({
      ...orderLines,
      setup: `${orderLines.setup}
        create function no() returns trigger language plpgsql as $$ begin raise 'never'; end $$;
        create trigger no before update or delete on order_lines for each row execute function no();`,
    });
    expect(guarded.map(({ whole }) => whole.kind)).toEqual(['shown', 'impossible', 'impossible']);
    expect(guarded[1]?.whole.trial?.answer).toMatchObject({ kind: 'refused', failure: { message: 'never' } });
  });

  it('has nothing to try without rows, and little with one', async () => {
    const setup = 'create table t (id int primary key, a text, b text)';
    const none = await anomaliesOf({ table: 't', setup, stated: [fd(['a'], 'b')] });
    expect(none.map(({ whole }) => whole.kind)).toEqual(['impossible', 'impossible', 'impossible']);
    await done(engine, 'insert into t values (1, null, null), (2, null, null)');
    const unknown = await anomaliesOf({ table: 't', setup: 'select 1', stated: [fd(['a'], 'b')] });
    expect(unknown.map(({ whole }) => whole.kind)).toEqual(['impossible', 'impossible', 'impossible']);
    await done(engine, "insert into t values (3, 'k', 'x')");
    const one = await anomaliesOf({ table: 't', setup: 'select 1', stated: [fd(['a'], 'b')] });
    expect(one.map(({ whole }) => whole.kind)).toEqual(['shown', 'impossible', 'shown']);
  });

  it('shows the table alone where it cannot be split', async () => {
    const contradicting = {
      ...orderLines,
      setup: `${orderLines.setup} update order_lines set price = 1 where order_id = 2`,
    };
    const found = await anomaliesOf(contradicting);
    expect(found.map(({ whole, parts }) => [whole.kind, parts.kind])).toEqual([
      ['shown', 'impossible'],
      ['shown', 'impossible'],
      ['shown', 'impossible'],
    ]);
  });

  it('is a value when the database is stopped', async () => {
    await done(engine, orderLines.setup);
    const catalog = await engine.catalog();
    if (!catalog.ok) throw new Error('no catalog');
    const table = tableIn(catalog.value, orderLines);
    const split = splitTable(schemeOf(table, orderLines.stated), mvd([], 'product'));
    expect(split.ok).toBe(false);
    const good = splitTable(schemeOf(table, orderLines.stated), fd(['product_id'], 'product', 'price'));
    if (!good.ok) throw new Error(good.error);
    const found = await showAnomalies({
      catalog: catalog.value,
      table,
      split: good.value,
      migration: err('no'),
      ask: (sql) => {
        const failure = { kind: 'stopped', afterMs: 5 } as const;
        const span = { sql, start: 0, end: sql.length };
        return Promise.resolve({
          statements: [{ kind: 'failed', ...span, failure, notices: [], durationMs: 5 }],
          transaction: 'idle',
          durationMs: 5,
        });
      },
    });
    expect(found).toMatchObject({ ok: false, error: { kind: 'stopped' } });
  });
});
