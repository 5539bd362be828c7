import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '#core/catalog/catalog.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { schemaEngine, type SchemaEngine } from '#engine/test-schema-engine.ts';
import { createScript } from './create-script.ts';
import { scriptOf } from './ddl-statement.ts';
import { someCatalog } from './test-schemas.ts';

let engine: SchemaEngine;

beforeAll(async () => {
  engine = await schemaEngine(await createNodeEngine());
});

afterAll(() => engine.close());

function written(catalog: Catalog): string {
  return scriptOf(createScript(catalog));
}

/** What is written of the schema that some SQL makes, once it has been seen to make the same. */
async function rewritten(sql: string): Promise<string> {
  const catalog = await engine.readAfter(sql);
  const script = written(catalog);
  expect(await engine.readAfter(script)).toEqual(catalog);
  return script;
}

describe('a schema written as SQL', () => {
  it('reads as a person would write it', async () => {
    const sql = `create table users (
  id bigint generated always as identity primary key,
  email text not null unique,
  name varchar(40) not null default 'nobody' check (name in ('nobody', 'somebody')),
  joined_at timestamptz not null default now()
);

comment on table users is 'it''s us';

create table orders (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete restrict,
  parent_id bigint references orders,
  total numeric(10,2) not null check (total >= 0),
  discount numeric(10,2) not null default 0,
  due numeric generated always as (total - discount) stored,
  unique nulls not distinct (user_id, parent_id),
  constraint discount_is_fair check (discount <= total)
);

create index orders_unpaid on orders (user_id, total desc) where total > 0;

comment on column orders.due is 'in euro';
`;
    expect(await rewritten(sql)).toBe(sql);
  });

  it('closes circles of foreign keys once their tables stand', async () => {
    const script = await rewritten(`create table a (id int primary key, b int);
      create table b (id int primary key, a int references a);
      alter table a add foreign key (b) references b deferrable initially deferred`);
    expect(script).toBe(`create table a (
  id integer primary key,
  b integer
);

create table b (
  id integer primary key,
  a integer references a
);

alter table a
  add foreign key (b) references b deferrable initially deferred;
`);
  });

  it.each([
    ['sequences', "create sequence s start 5; create table t (a serial, b int default nextval('s'))"],
    [
      'types that use types',
      "create type z as enum ('a'); create domain d as z; create type c as (a d, b z[]); create table t (c c)",
    ],
    [
      'functions before what calls them',
      "create function f() returns int immutable language sql as 'select 1'; create table a (b int default f() check (b > f()))",
    ],
    [
      'functions of tables',
      "create table t (a int); create function f(t) returns int language sql as 'select $1.a'; create view v as select f(t) from t",
    ],
    [
      'a function that reads the table which calls it',
      "create table t (a int); create function f() returns int language sql as 'select max(a) from t'; alter table t alter a set default f()",
    ],
    [
      'SQL-standard bodies',
      'create table t (a int); create function f() returns bigint begin atomic select count(*) from t; end',
    ],
    [
      'views on views',
      "create table t (a int primary key, b text); create view b as select * from t where b = '  two\n lines'; create view a as select b, count(*) from b join t using (b) group by b; create materialized view m as select * from a",
    ],
    [
      'what hangs on views',
      "create table t (a int primary key, b text); create materialized view m as select * from t; create unique index on m (b) where a > 0; comment on materialized view m is 'kept'; create view v as select a from t; comment on view v is 'it''s'; create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger g instead of insert on v for each row execute function f()",
    ],
    [
      'a unique index that takes NULLs for the same',
      'create table t (a int); create unique index on t (a) nulls not distinct',
    ],
    [
      'triggers',
      "create function f() returns trigger language plpgsql as 'begin return new; end'; create table t (a int); create trigger g before insert or update of a on t for each row when (new.a > 0) execute function f(); alter table t disable trigger g",
    ],
    [
      'keys that repeat another',
      'create table t (a int primary key); alter table t add unique (a); alter table t add unique (a)',
    ],
    [
      'a unique index that is referenced',
      'create table t (a int); create unique index i on t (a); alter table t add b int references t (a); create table u (a int references t (a))',
    ],
    [
      'what is not validated',
      'create table t (a int primary key, b int); alter table t add check (a > 0) not valid; alter table t add foreign key (b) references t not valid',
    ],
    [
      'exclusions with expressions',
      "create table t (a timestamp, b timestamp, c text); alter table t add exclude using gist (tsrange(a, b, '[]') with &&) where (c <> 'cancelled'), add exclude using gist (int8range(extract(year from a)::bigint, extract(year from b)::bigint, '[]') with &&)",
    ],
    [
      'indexes of all kinds',
      "create table t (a text, b jsonb, c int4range); create index on t using hash (a); create index on t using gin (b jsonb_path_ops); create index on t using gist (c); create index on t (lower(a) text_pattern_ops desc nulls last, (a || 'x') collate \"C\") where a like 'x%'",
    ],
    [
      "ranges of one's own",
      'create type r as range (subtype = float8); create table t (r r, exclude using gist (r with &&))',
    ],
    [
      'a column like a word of the language',
      'create table "table" ("select" int primary key check ("select" > 0), year date check (extract(year from year) > 2000), time time check (time > \'08:00\'::time without time zone))',
    ],
  ])('holds %s', async (_, sql) => {
    expect(await rewritten(sql)).not.toBe('');
  });

  it.each([
    ['ranges', 'partition by range (a)', 'from (0) to (10)', 'from (10) to (maxvalue)'],
    ['lists', 'partition by list (a)', 'in (1, 2)', 'in (3)'],
    ['hashes', 'partition by hash (a)', 'with (modulus 2, remainder 0)', 'with (modulus 2, remainder 1)'],
  ])('holds partitions by %s, with what each has of its own', async (_, by, one, other) => {
    const script = await rewritten(`create table users (id int primary key);
      create table t (a int not null, b text default 'x', c int references users, primary key (a), check (b <> '')) ${by};
      create index on t (b);
      create table t1 partition of t for values ${one};
      create table t2 (c int, b text, a int not null);
      alter table t2 add check (b <> '');
      alter table t2 rename constraint t2_b_check to t_b_check;
      alter table t attach partition t2 for values ${other};
      alter table t1 alter b set default 'y', alter b set not null, add check (a < 100), add unique (a, b);
      alter table t1 rename constraint t1_pkey to own_key;
      alter index t1_b_idx rename to own_index;
      create index on t1 (c);
      comment on column t1.b is 'own'`);
    expect(script).toContain(`create table t1 partition of t\n  for values ${one}`);
  });

  it('holds partitions within partitions, by expressions', async () => {
    const script = await rewritten(`create table t (a int, b text) partition by range (a, lower(b), (a + 1));
      create table t1 partition of t for values from (0, 'a', 1) to (10, 'b', 2) partition by list (b);
      create table t11 partition of t1 default`);
    expect(script).toContain('partition by range (a, (lower(b)), (a + 1))');
  });

  it('makes the same schema again, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(someCatalog(), async (catalog) => {
        expect(await engine.readAfter(written(catalog))).toEqual(catalog);
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });

  it('makes the same schema again where it has partitions', async () => {
    await fc.assert(
      fc.asyncProperty(someCatalog({ partitions: true, tables: 2 }), async (draft) => {
        const catalog = await engine.readAfter(written(draft));
        expect(await engine.readAfter(written(catalog))).toEqual(catalog);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
