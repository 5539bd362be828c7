import { describe, expect, it } from 'vitest';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done } from '#engine/test-questions.ts';

let engine: Engine;

engineForTests((started) => (engine = started));

async function readAfter(sql: string): Promise<Catalog> {
  await done(engine, sql);
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.error));
  return catalog.value;
}

async function tableAfter(sql: string): Promise<Table> {
  const found = (await readAfter(sql)).tables.find(({ name }) => name === 't');
  if (found === undefined) throw new Error('no table t');
  return found;
}

describe('what the catalog says of the smaller things', () => {
  it('where a generated column keeps its value', async () => {
    const { columns } = await tableAfter(
      'create table t (a int, b int generated always as (a * 2) stored, c int generated always as (a * 3))',
    );
    expect(columns.map(({ generated, generation }) => [generated, generation])).toEqual([
      [null, null],
      ['a * 2', 'stored'],
      ['a * 3', 'virtual'],
    ]);
  });

  it('what keys carry along, and when they are looked at', async () => {
    const { primaryKey, uniques } = await tableAfter(
      `create table t (
        a int, b int, c int,
        primary key (a) include (c, b),
        constraint u unique (b, a) deferrable initially deferred
      )`,
    );
    expect(primaryKey).toMatchObject({
      columns: ['a'],
      include: ['c', 'b'],
      deferrable: false,
      initiallyDeferred: false,
    });
    expect(uniques).toMatchObject([{ columns: ['b', 'a'], include: [], deferrable: true, initiallyDeferred: true }]);
  });

  it('how foreign keys match, and which of their columns a delete sets', async () => {
    const { foreignKeys } = await tableAfter(
      `create table u (a int, b int, primary key (a, b));
      create table t (
        a int, b int, c int, d int,
        constraint one foreign key (a, b) references u match full on delete cascade,
        constraint two foreign key (c, d) references u on delete set null (d) deferrable
      )`,
    );
    expect(foreignKeys).toMatchObject([
      { name: 'one', match: 'full', onDelete: 'cascade', onDeleteColumns: [], initiallyDeferred: false },
      { name: 'two', match: 'simple', onDelete: 'set null', onDeleteColumns: ['d'], deferrable: true },
    ]);
  });

  it('what exclusions exclude, however long their expressions', async () => {
    const { exclusions, indexes } = await tableAfter(
      `create table t (room_number_of_the_hotel int, during tsrange, state text);
      alter table t add constraint x exclude using gist (
        int4range(room_number_of_the_hotel, room_number_of_the_hotel, '[]') with &&, during with &&
      ) where (state <> 'cancelled') deferrable initially deferred`,
    );
    const expression = "int4range(room_number_of_the_hotel, room_number_of_the_hotel, '[]'::text)";
    expect(exclusions).toEqual([
      {
        name: 'x',
        method: 'gist',
        elements: [
          { expression, isExpression: true, operator: '&&' },
          { expression: 'during', isExpression: false, operator: '&&' },
        ],
        where: "state <> 'cancelled'::text",
        deferrable: true,
        initiallyDeferred: true,
      },
    ]);
    expect(indexes).toMatchObject([
      { name: 'x', constraint: 'x', columns: [{ expression }, { expression: 'during' }] },
    ]);
  });

  it('each part of a partition key', async () => {
    const { partitioning } = await tableAfter(
      "create table t (a int, b text) partition by range (a, lower(b), (coalesce(a, 1)), ((b || ',')))",
    );
    expect(partitioning?.key).toEqual(['a', 'lower(b)', 'COALESCE(a, 1)', "b || ','::text"]);
  });

  it('what types are made of', async () => {
    const { types } = await readAfter(
      `create domain code as varchar(4) collate "C" default 'A' not null constraint short check (length(value) < 3);
      create type pair as (a int, b code[]);
      create type span as range (subtype = float8);
      create type mood as enum ('sad', 'fine')`,
    );
    const none = { labels: [], domain: null, attributes: [], subtype: null };
    expect(types).toEqual([
      {
        ...none,
        schema: 'public',
        name: 'code',
        kind: 'domain',
        domain: {
          type: 'character varying(4)',
          notNull: true,
          default: "'A'::character varying",
          collation: 'C',
          checks: [{ name: 'short', expression: 'length(VALUE::text) < 3', validated: true }],
        },
      },
      { ...none, schema: 'public', name: 'mood', kind: 'enum', labels: ['sad', 'fine'] },
      {
        ...none,
        schema: 'public',
        name: 'pair',
        kind: 'composite',
        attributes: [
          { name: 'a', type: 'integer' },
          { name: 'b', type: 'code[]' },
        ],
      },
      { ...none, schema: 'public', name: 'span', kind: 'range', subtype: 'double precision' },
    ]);
  });

  it('how sequences count, and whose they are', async () => {
    const { sequences } = await readAfter(
      `create sequence down as smallint increment -2 maxvalue 10 cycle;
      create table t (a serial, b bigint generated always as identity (start with 7))`,
    );
    const up = { schema: 'public', increment: '1', least: '1', cycles: false };
    expect(sequences).toEqual([
      {
        schema: 'public',
        name: 'down',
        ownedBy: null,
        isIdentity: false,
        type: 'smallint',
        start: '10',
        increment: '-2',
        least: '-32768',
        most: '10',
        cycles: true,
      },
      {
        ...up,
        name: 't_a_seq',
        ownedBy: 'public.t.a',
        isIdentity: false,
        type: 'integer',
        start: '1',
        most: '2147483647',
      },
      {
        ...up,
        name: 't_b_seq',
        ownedBy: 'public.t.b',
        isIdentity: true,
        type: 'bigint',
        start: '7',
        most: '9223372036854775807',
      },
    ]);
  });

  it('what functions and views are, and what they need', async () => {
    const { functions, views } = await readAfter(
      `create schema s;
      create table s.t (a int);
      create type mood as enum ('sad');
      create function f(mood) returns setof s.t language sql as 'select 1';
      create function g() returns bigint begin atomic select count(*) from s.t; end;
      create aggregate total(int) (sfunc = int4pl, stype = int);
      create view v as select f('sad') from s.t;
      create view w as select * from v`,
    );
    const name = (schema: string, of: string) => ({ schema, name: of });
    expect(functions.map((each) => [each.name, each.dependsOn])).toEqual([
      ['f', expect.arrayContaining([name('public', 'mood'), name('s', 't')])],
      ['g', [name('s', 't')]],
      ['total', []],
    ]);
    expect(functions.map(({ definition }) => definition?.split('\n')[0] ?? null)).toEqual([
      'CREATE OR REPLACE FUNCTION public.f(mood)',
      'CREATE OR REPLACE FUNCTION public.g()',
      null,
    ]);
    expect(views.map((each) => [each.name, each.dependsOn])).toEqual([
      ['v', expect.arrayContaining([name('public', 'f'), name('s', 't')])],
      ['w', [name('public', 'v')]],
    ]);
  });
});
