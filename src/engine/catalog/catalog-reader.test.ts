import { describe, expect, it } from 'vitest';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { plainColumn } from '#core/catalog/plain-catalog.ts';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done, failureOf, rowsOf } from '#engine/test-questions.ts';

let engine: Engine;

engineForTests((started) => (engine = started));

async function read(): Promise<Catalog> {
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.error));
  return catalog.value;
}

async function table(name: string): Promise<Table> {
  const found = (await read()).tables.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

describe('catalog', () => {
  it('of a new database is empty', async () => {
    expect(await read()).toEqual({
      schemas: ['public'],
      tables: [],
      views: [],
      functions: [],
      types: [],
      sequences: [],
    });
  });

  it('describes columns', async () => {
    await done(
      engine,
      `create table "Line items" (
        id bigint generated always as identity,
        price numeric(10,2) not null default 9.5,
        double numeric generated always as (price * 2) stored,
        code varchar(4) collate "C",
        gone int
      );
      alter table "Line items" drop column gone;
      comment on table "Line items" is 'what was bought';
      comment on column "Line items".code is 'short'`,
    );
    expect(await table('Line items')).toMatchObject({
      schema: 'public',
      persistence: 'permanent',
      comment: 'what was bought',
      columns: [
        plainColumn('id', 'bigint', { notNull: true, identity: 'always' }),
        plainColumn('price', 'numeric(10,2)', { notNull: true, default: '9.5' }),
        plainColumn('double', 'numeric', { generated: 'price * 2::numeric', generation: 'stored' }),
        plainColumn('code', 'character varying(4)', { collation: 'C', comment: 'short' }),
      ],
    });
  });

  it('describes keys, checks and foreign keys', async () => {
    await done(
      engine,
      `create schema crm;
      create table crm.users (id int, town text, primary key (id, town));
      create table orders (
        id int primary key deferrable,
        user_id int, town text,
        email text, constraint one_email unique nulls not distinct (email, town),
        total int constraint positive check (total > 0 and total < 100 or total = 1000),
        constraint owner foreign key (user_id, town) references crm.users on delete cascade on update set null
          deferrable initially deferred
      );
      alter table orders add constraint later check (id > 5) not valid`,
    );
    expect(await table('orders')).toMatchObject({
      primaryKey: { name: 'orders_pkey', columns: ['id'], deferrable: true, nullsNotDistinct: false },
      uniques: [{ name: 'one_email', columns: ['email', 'town'], deferrable: false, nullsNotDistinct: true }],
      checks: [
        { name: 'later', expression: 'id > 5', validated: false },
        { name: 'positive', expression: 'total > 0 AND total < 100 OR total = 1000', validated: true },
      ],
      foreignKeys: [
        {
          name: 'owner',
          columns: ['user_id', 'town'],
          references: { schema: 'crm', table: 'users', columns: ['id', 'town'] },
          onDelete: 'cascade',
          onUpdate: 'set null',
          deferrable: true,
          initiallyDeferred: true,
          validated: true,
        },
      ],
    });
  });

  it('describes indexes and triggers', async () => {
    await done(
      engine,
      `create table t (a int primary key, b text, c text, d int);
      create index by_b on t using btree (lower(b) text_pattern_ops desc nulls last, c collate "C") include (d)
        where d is not null;
      create index by_d on t using hash (d);
      create function f() returns trigger language plpgsql as 'begin return new; end';
      create trigger before_insert before insert on t for each row execute function f();
      alter table t disable trigger before_insert`,
    );
    const column = { isExpression: false, descending: false, nullsFirst: false, operatorClass: null, collation: null };
    expect(await table('t')).toMatchObject({
      indexes: [
        {
          name: 'by_b',
          method: 'btree',
          unique: false,
          constraint: null,
          columns: [
            {
              ...column,
              expression: 'lower(b)',
              isExpression: true,
              descending: true,
              operatorClass: 'text_pattern_ops',
            },
            { ...column, expression: 'c', collation: 'C' },
          ],
          include: ['d'],
          where: 'd IS NOT NULL',
          valid: true,
        },
        { name: 'by_d', method: 'hash', columns: [{ ...column, expression: 'd' }], include: [], where: null },
        { name: 't_pkey', unique: true, constraint: 't_pkey', columns: [{ ...column, expression: 'a' }] },
      ],
      triggers: [
        {
          name: 'before_insert',
          definition: 'CREATE TRIGGER before_insert BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()',
          enabled: false,
        },
      ],
    });
  });

  it('reads an expression of an index, an exclusion or a partition key wholly, though it is longer than a name', async () => {
    await engine.run(`
      create table stays (first_name_of_the_guest text, number_of_the_room smallint, nights daterange);
      create index on stays (lower(trim(both ' ' from coalesce(first_name_of_the_guest, 'nobody in particular'))));
      alter table stays add constraint one_guest_a_room
        exclude using gist (int4range(number_of_the_room, number_of_the_room, '[]') with &&, nights with &&);
      create table nights (at timestamptz) partition by range (date_trunc('month', at at time zone 'Antarctica/Troll'));
    `);
    const { indexes, exclusions } = await table('stays');
    expect(indexes.find(({ constraint }) => constraint === null)?.columns[0]?.expression).toBe(
      "lower(TRIM(BOTH ' '::text FROM COALESCE(first_name_of_the_guest, 'nobody in particular'::text)))",
    );
    expect(exclusions[0]?.elements[0]?.expression).toBe(
      "int4range(number_of_the_room::integer, number_of_the_room::integer, '[]'::text)",
    );
    expect((await table('nights')).partitioning?.key).toEqual([
      "date_trunc('month'::text, (at AT TIME ZONE 'Antarctica/Troll'::text))",
    ]);
  });

  it('describes partitions, and does not repeat a reference to a partitioned table for each of them', async () => {
    await done(
      engine,
      `create table events (id int, at date, primary key (id, at)) partition by range (at);
      create table events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
      create table events_rest partition of events default;
      insert into events values (1, '2024-05-05'), (2, '1999-01-01'), (3, '1999-01-01');
      create table notes (id int, at date, foreign key (id, at) references events)`,
    );
    const bounds = "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')";
    expect(await table('events')).toMatchObject({
      partitioning: {
        strategy: 'range',
        key: ['at'],
        partitions: [
          { schema: 'public', table: 'events_2024', bounds, isDefault: false },
          { schema: 'public', table: 'events_rest', bounds: 'DEFAULT', isDefault: true },
        ],
      },
      partitionOf: null,
      rows: { count: 3, exact: true },
    });
    expect(await table('events_2024')).toMatchObject({
      partitionOf: { schema: 'public', table: 'events', bounds },
      rows: { count: 1, exact: true },
    });
    expect((await table('notes')).foreignKeys.length).toBe(1);
  });

  it('does not repeat a trigger of a partitioned table for each of its partitions', async () => {
    await engine.run(`
      create table moves (site text) partition by list (site);
      create table moves_north partition of moves for values in ('HAM');
      create function keep() returns trigger language plpgsql as 'begin return new; end';
      create trigger of_all before update on moves for each row execute function keep();
      create trigger of_one before update on moves_north for each row execute function keep();
    `);
    expect((await table('moves')).triggers.map(({ name }) => name)).toEqual(['of_all']);
    expect((await table('moves_north')).triggers.map(({ name }) => name)).toEqual(['of_one']);
  });

  it('lists views, functions, types and sequences', async () => {
    await done(
      engine,
      `create table t (id serial);
      create view v as select id, 'a' as letter from t;
      create materialized view m as select 1 as one;
      create function twice(a int, b int default 1) returns int language sql return a * 2;
      create procedure p() language plpgsql as 'begin end';
      create aggregate total(int) (sfunc = int4pl, stype = int);
      create type mood as enum ('sad', 'fine');
      create domain cents as int check (value >= 0);
      create type pair as (a int, b int);
      create type span as range (subtype = float8);
      create sequence loose`,
    );
    const { views, functions, types, sequences } = await read();
    expect(views).toMatchObject([
      { name: 'm', materialized: true, columns: [{ name: 'one', type: 'integer' }] },
      {
        name: 'v',
        materialized: false,
        columns: [
          { name: 'id', type: 'integer' },
          { name: 'letter', type: 'text' },
        ],
        definition: " SELECT id,\n    'a'::text AS letter\n   FROM t;",
      },
    ]);
    expect(functions.map(({ kind, name, arguments: signature, returns }) => [kind, name, signature, returns])).toEqual([
      ['procedure', 'p', '', null],
      ['aggregate', 'total', 'integer', 'integer'],
      ['function', 'twice', 'a integer, b integer DEFAULT 1', 'integer'],
    ]);
    expect(types.map(({ name, kind, labels }) => [name, kind, labels])).toEqual([
      ['cents', 'domain', []],
      ['mood', 'enum', ['sad', 'fine']],
      ['pair', 'composite', []],
      ['span', 'range', []],
    ]);
    expect(sequences).toMatchObject([
      { schema: 'public', name: 'loose', ownedBy: null },
      { schema: 'public', name: 't_id_seq', ownedBy: 'public.t.id' },
    ]);
  });

  it('shows the temporary tables of the session', async () => {
    await done(engine, 'create temp table scratch (a int); create unlogged table quick (a int)');
    expect((await read()).tables.map(({ schema, name, persistence }) => [schema, name, persistence])).toEqual([
      ['pg_temp', 'scratch', 'temporary'],
      ['public', 'quick', 'unlogged'],
    ]);
  });

  it('counts rows where that is cheap, and else gives the estimate', async () => {
    await done(engine, 'create table small as select generate_series(1, 70000)');
    await done(engine, "create table big as select i, repeat('x', 500) from generate_series(1, 40000) i; analyze big");
    expect((await table('small')).rows).toEqual({ count: 70_000, exact: true });
    const { rows } = await table('big');
    expect(rows.exact).toBe(false);
    expect(rows.count / 40_000).toBeCloseTo(1, 1);
  });

  it('reads many tables without a complaint about depth', async () => {
    await done(
      engine,
      "do $$ begin for i in 1..400 loop execute 'create table t' || i || ' (a int)'; end loop; end $$",
    );
    expect((await read()).tables.length).toBe(400);
  });

  it.each([
    ['no schema public', 'drop schema public cascade'],
    ['an empty search path', "set search_path to ''"],
    ['a role without rights', 'create role nobody; set role nobody'],
    ['another user', 'create role nobody; set session authorization nobody'],
    ['an impostor of a system table', 'create temp table pg_class (a int); create table pg_namespace (a int)'],
    ['other ways to print', 'set quote_all_identifiers to on; set datestyle to german'],
  ])('is read despite %s', async (_, sql) => {
    await done(
      engine,
      "create schema shop; create table shop.t (a date default '2024-01-02'::date); insert into shop.t default values",
    );
    await done(engine, sql);
    const shop = (await read()).tables.find(({ schema }) => schema === 'shop');
    expect(shop).toMatchObject({ rows: { count: 1 }, columns: [{ default: "'2024-01-02'::date" }] });
  });

  it('leaves the session as it was', async () => {
    await done(engine, "create role nobody; set role nobody; set search_path to 'x'; set work_mem to '1MB'");
    await read();
    expect(
      await rowsOf(engine, "select current_user, current_setting('search_path'), current_setting('work_mem')"),
    ).toEqual([['nobody', 'x', '1MB']]);
  });

  it('sees an open transaction from within, and does not disturb it', async () => {
    await done(engine, 'begin; create table t (a int)');
    expect((await table('t')).rows).toEqual({ count: 0, exact: true });
    await done(engine, 'rollback; begin');
    await read();
    await done(engine, 'set transaction isolation level serializable; rollback');
    expect((await read()).tables).toEqual([]);
  });

  it('cannot be read within a failed transaction', async () => {
    await done(engine, 'begin');
    await failureOf(engine, 'select 1/0');
    expect(await engine.catalog()).toMatchObject({ ok: false, error: { sqlState: '25P02' } });
    expect((await engine.run('rollback')).transaction).toBe('idle');
  });
});
