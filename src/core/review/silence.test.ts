import { describe, expect, it } from 'vitest';
import { plainCatalog } from '#core/catalog/plain-catalog.ts';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done } from '#engine/test-questions.ts';
import { reviewSchema } from './review-schema.ts';
import { catalogOf, placeOf, review } from './test-review.ts';

let engine: Engine;

engineForTests((started) => (engine = started));

describe('a review has nothing to remark', () => {
  it.each<[what: string, script: string]>([
    [
      'on a key of two columns that an index begins with, in any order',
      `create table a (id int, k int, primary key (id, k));
      create table b (id int primary key, x int not null, y int not null, z int, foreign key (x, y) references a);
      create index on b (y, x, z)`,
    ],
    [
      'on a foreign key that the primary key begins with, or a hash index finds',
      `create table a (id int primary key);
      create table b (a_id int references a, n int, primary key (a_id, n));
      create table c (id int primary key, a_id int not null references a); create index on c using hash (a_id);
      create table d (id int primary key, kind int not null, unique (id, kind));
      create table e (id int primary key, kind int not null, d_id int, n text not null, foreign key (id, kind) references d (id, kind), foreign key (d_id, kind) references d (id, kind));
      create index on e (d_id, n)`,
    ],
    [
      'on partitions, temporary tables and views',
      `create table log (id int, at timestamptz, primary key (id, at)) partition by range (at);
      create table log_1 partition of log for values from ('2024-01-01') to ('2025-01-01');
      create temporary table scratch (price float8, phone1 text, phone2 text);
      create view prices as select price from scratch`,
    ],
    [
      'on a unique key that takes NULL once, or has none',
      `create table a (id int primary key, b int unique nulls not distinct, c int not null unique);
      create unique index on a (b, c)`,
    ],
    [
      'on floats that are no money',
      `create table recipe (id int primary key, amount float8 not null, tax_rate float8 not null, total_weight float8, balance_factor real);
      create table price_ratio (id int primary key, price_ratio float8 not null);
      create table exact (id int primary key, price numeric(10, 2) not null)`,
    ],
    [
      'on numbers of names that count nothing',
      `create table a (id int primary key, address_line1 text, address_line2 text, md5 text not null, sha1 text, sha256 text, x1 int, x2 int, score1 int, score2 int, q1 int, q2 int, q3 int, q4 int, phone3 text)`,
    ],
    [
      'on text with commas that is no list',
      `create table a (id int primary key, author text not null, address text, note text, amount text);
      insert into a select n, 'Doe, John' || n, 'High Street ' || n || ', London', 'Fine, and again, and again', n || ',5' from generate_series(1, 20) n`,
    ],
    [
      'on digits that are no numbers',
      `create table a (id int primary key, phone text not null, zip text, contact text, code text, padded text, grouped text, few text, one text, sku varchar(8));
      insert into a select n, (1000 + n)::text, (10000 + n)::text, (30000000 + n)::text, n::text, lpad(n::text, 3, '0'), n || ' 000', case when n < 4 then n::text end, '7', n::text from generate_series(1, 12) n`,
    ],
    [
      'on text that is a number in all rows but one, or is checked',
      `create table a (id int primary key, size text not null, digits text check (digits ~ '^[0-9]+$'), odd text);
      insert into a select n, case n when 9 then 'XL' else n::text end, n::text, '+' || n from generate_series(1, 12) n`,
    ],
    [
      'on names that another table does not have, or that are tied to it',
      `create table category (id int primary key, name text not null unique);
      create table country (code text primary key);
      create table product (id int primary key, category text not null, name text not null, country text references country);
      create index on product (country);
      insert into category values (1, 'a'); insert into country values ('DE');
      insert into product values (1, 'a', 'a', 'DE'), (2, 'a', 'a', 'DE'), (3, 'b', 'a', null)`,
    ],
    [
      'on times that are those of a wall, or have a zone',
      `create table event (id int primary key, starts_at timestamp not null, opens_at timestamp, birth_date date, created_at timestamptz not null);
      create table flight (id int primary key, departed_at timestamp not null, time_zone text not null)`,
    ],
    [
      'on lengths that somebody has chosen',
      `create table a (id int primary key, name varchar(80) not null, country char(2) not null, flag char(1), iso char(3));
      insert into a values (1, 'x', 'DE', 'y', 'DEU')`,
    ],
    [
      'on json that is not alike, nested, sent by others, or rare',
      `create table a (id int primary key, options jsonb not null, tree jsonb, payload jsonb, few json, list jsonb);
      insert into a select n, jsonb_build_object('k' || n % 3, n), jsonb_build_object('a', jsonb_build_array(n)), '{"a": 1}', case when n < 3 then '{"a": 1}'::json end, '[1]' from generate_series(1, 8) n`,
    ],
    [
      'on totals that are something else, or computed already',
      `create table a (id int primary key, quantity int not null, price numeric not null, total numeric not null);
      create table b (id int primary key, quantity int not null, price numeric not null, total numeric generated always as (quantity * price) stored);
      create table c (id int primary key, count int not null, cost int not null, amount int not null);
      insert into a select n, n % 5, n, n + 1 from generate_series(1, 12) n;
      insert into b select n, n, n from generate_series(1, 12) n;
      insert into c select n, 1, n, n from generate_series(1, 12) n`,
    ],
    [
      'on cascades into parts, and on records that hold',
      `create table orders (id int primary key);
      create table order_items (order_id int references orders on delete cascade, n int, primary key (order_id, n));
      create table users (id int primary key);
      create table user_addresses (user_id int references users on delete cascade, n int, primary key (user_id, n));
      create table payments (id int primary key, order_id int not null references orders on delete restrict);
      create index on payments (order_id)`,
    ],
    [
      'on tables with one thing that is refused, or with gaps in every column',
      `create table a (id int primary key, b text, c text, d text not null);
      create table b (id int primary key, b text, c text, d text check (d <> ''));
      create table c (id int primary key, b text, c text, d text);
      create table d (id int primary key, b text);
      insert into c values (1, null, 'a', 'b'), (2, 'a', null, 'c'), (3, 'a', 'b', null)`,
    ],
    ['where there are no tables', ''],
  ])('%s', async (_, script) => {
    await done(engine, script);
    expect((await review(engine)).findings.map(placeOf)).toEqual([]);
  });

  it('and asks nothing where there is nothing to ask', async () => {
    const reviewed = await reviewSchema(plainCatalog(), () => Promise.reject(new Error('was asked')));
    expect(reviewed).toEqual({ ok: true, value: { findings: [], tables: 0, columns: 0, asked: 0, unanswered: 0 } });
  });
});

describe('a review', () => {
  it('goes on after a question that fails, and says how many were not answered', async () => {
    await done(
      engine,
      'create table a (id int primary key, price float8 not null); create table z (id int primary key, cost float8 not null)',
    );
    let asked = 0;
    const reviewed = await reviewSchema(await catalogOf(engine), (sql) => {
      asked += 1;
      // The first question of the first batch is one that PostgreSQL refuses.
      return engine.probe(asked === 1 ? sql.replace('select', 'select 1 / 0,') : sql);
    });
    expect(reviewed).toMatchObject({ ok: true, value: { unanswered: 1 } });
    expect(reviewed.ok && reviewed.value.findings.map(placeOf)).toContain('float-money z.cost');
  });

  it('ends where it is stopped, and says so', async () => {
    await done(engine, 'create table a (id int primary key, price float8 not null)');
    const stopped = { kind: 'stopped', afterMs: 5 } as const;
    const reviewed = await reviewSchema(await catalogOf(engine), (sql) =>
      Promise.resolve({
        statements: [{ kind: 'failed', sql, start: 0, end: 1, failure: stopped, notices: [], durationMs: 5 }],
        transaction: 'idle',
        durationMs: 5,
      }),
    );
    expect(reviewed).toEqual({ ok: false, error: stopped });
  });

  it('leaves everything as it was', async () => {
    await done(engine, 'create table a (id int primary key, price float8 not null); insert into a values (1, 0.1)');
    const before = await catalogOf(engine);
    await review(engine);
    expect(await catalogOf(engine)).toEqual(before);
  });

  it('of 200 tables asks in batches, and finds the one that is wrong in each', async () => {
    const tables = Array.from(
      { length: 200 },
      (_, n) =>
        `create table "t ${n}" (id int primary key, "prev" int ${n === 0 ? '' : `references "t ${n - 1}"`}, name text not null, price float8 not null, created_at timestamptz not null)`,
    );
    await done(engine, `${tables.join(';')}; insert into "t 7" values (1, null, 'a', 0.1, now())`);
    let asked = 0;
    const progress: number[] = [];
    const reviewed = await reviewSchema(
      await catalogOf(engine),
      (sql) => {
        asked += 1;
        return engine.probe(sql);
      },
      ({ done: at, total }) => progress.push(at / total),
    );
    const findings = reviewed.ok ? reviewed.value.findings : [];
    expect(findings.filter(({ rule }) => rule === 'float-money')).toHaveLength(200);
    expect(findings.filter(({ rule }) => rule === 'unindexed-foreign-key')).toHaveLength(199);
    expect(asked).toBeLessThan(60);
    expect(progress.at(-1)).toBe(1);
  });
});
