import { afterAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { createJudge, verdictOf } from '#content/fixtures/create-judge.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { table } from './table.ts';

const engine = await createNodeEngine();
const judge = await createJudge(engine);
afterAll(() => engine.close());

const setup = `
  create type colour as enum ('red', 'blue');
  create table users (id bigint generated always as identity primary key, email varchar(80) not null);
  create unique index on users (email);
  create table orders (
    id serial,
    user_id bigint not null references users on delete cascade,
    status text default 'new',
    quantity int default 1,
    total numeric(10,2) not null check (total >= 0),
    paid_at timestamptz default now(),
    tint colour,
    tags text[],
    unique (user_id, paid_at)
  );
  create view open_orders as select * from orders where status = 'new';
  create schema kept;
  create table kept.boxes (id int);
  create table "Odd Name" ("a b" int primary key);
`;

async function messageFor(params: unknown): Promise<string> {
  const { ok, message } = verdictOf(await judge({ setup, kind: 'table', params }));
  return ok ? 'ok' : message;
}

describe('table', () => {
  it.each([
    { name: 'users' },
    { name: 'users', columns: { id: 'int8 not null', email: 'varchar' } },
    { name: 'users', columns: { id: 'BIGINT NOT NULL', email: 'character varying(80) not null' }, exact: true },
    { name: 'users', columns: { id: null, email: 'not null' } },
    { name: 'orders', columns: { total: 'decimal', paid_at: 'timestamp with time zone null', tags: 'text[]' } },
    { name: 'orders', columns: { total: 'decimal(10, 2)', id: 'int', tint: 'colour' } },
    { name: 'users', 'primary-key': ['id'], identity: ['id'], unique: [['email'], ['id']] },
    { name: 'orders', unique: [['paid_at', 'user_id']] },
    { name: 'orders', default: { status: "'new'", paid_at: 'current_timestamp', total: null } },
    { name: 'orders', default: { status: "CAST('new' AS text)", quantity: 1 } },
    { name: 'orders', check: ['total>=0', '(total) >= 0'] },
    { name: 'orders', 'foreign-keys': [{ columns: ['user_id'], references: 'users(id)', 'on-delete': 'cascade' }] },
    { name: 'orders', 'foreign-keys': [{ columns: ['user_id'], references: 'Users', 'on-update': 'no action' }] },
    { name: 'kept.boxes', columns: { id: 'int4' } },
    { name: 'Odd Name', 'primary-key': ['a b'] },
    { name: 'boxes', absent: true },
  ])('holds for %o', async (params) => {
    expect(await messageFor(params)).toBe('ok');
  });

  it.each([
    [{ name: 'user' }, 'There is no table `user`. Did you mean `users`?'],
    [{ name: 'open_orders' }, '`open_orders` is a view; expected a table.'],
    [{ name: 'boxes' }, 'There is no table `boxes` in the schema `public`; the one in `kept` does not count.'],
    [{ name: 'users', absent: true }, 'The table `users` is still there; expected it to be gone.'],
    [
      { name: 'users', columns: { id: 'int not null', emial: 'text', email: 'varchar(40) null' }, exact: true },
      'The table `users` differs in 4 points. The column `id` is `bigint`; expected `int`. ' +
        'The column `emial` is missing. Did you mean `email`? ' +
        'The column `email` is `character varying(80)`; expected `varchar(40)`. ' +
        'The column `email` is `not null`; expected it to accept NULL.',
    ],
    [
      { name: 'users', columns: { id: 'bigint' }, exact: true },
      'The table `users` differs in one point. The column `email` is one too many.',
    ],
    [
      { name: 'orders', columns: { status: 'text not null', total: 'money2' } },
      'The table `orders` differs in 2 points. The column `status` accepts NULL; expected `not null`. ' +
        'PostgreSQL knows no type `money2`, which the check expects of `total`.',
    ],
    [
      { name: 'orders', 'primary-key': ['id'], identity: ['id', 'total', 'number'] },
      'The table `orders` differs in 4 points. There is no primary key; expected `(id)`. ' +
        'The column `id` must be an identity column (`generated … as identity`); it takes its values from a sequence as its default (`serial`). ' +
        'The column `total` must be an identity column (`generated … as identity`); it is none. ' +
        'There is no column `number`; expected an identity column.',
    ],
    [
      { name: 'Odd Name', 'primary-key': ['a b', 'c'] },
      'The table `Odd Name` differs in one point. The primary key is `("a b")`; expected `("a b", c)`.',
    ],
    [
      { name: 'orders', unique: [['user_id'], ['status', 'total']] },
      'The table `orders` differs in 2 points. Two rows may have the same `user_id`; expected a unique constraint on `(user_id)`. ' +
        'Two rows may have the same `status` and `total`; expected a unique constraint on `(status, total)`.',
    ],
    [
      { name: 'orders', default: { status: "'old'", total: '0', paid_at: null, colour: '1' } },
      "The table `orders` differs in 4 points. The default of `status` should be `'old'`; found `'new'::text`. " +
        'The default of `total` should be `0`; there is none. The column `paid_at` must have no default; found `now()`. ' +
        'There is no column `colour`; expected one with a default.',
    ],
    [
      { name: 'orders', check: ['total > 0', 'price > 0'] },
      'The table `orders` differs in 2 points. No check constraint says `total > 0`; found `total >= 0::numeric`. ' +
        'The expected check `price > 0` cannot be made on this table: column "price" does not exist (42703).',
    ],
    [
      { name: 'users', check: ['id > 0'] },
      'The table `users` differs in one point. No check constraint says `id > 0`; found none at all.',
    ],
    [
      {
        name: 'orders',
        'foreign-keys': [
          { columns: ['user_id'], references: 'users(id)', 'on-delete': 'restrict', 'on-update': 'cascade' },
          { columns: ['tint'], references: 'colours(id)' },
        ],
      },
      'The table `orders` differs in 3 points. ' +
        'The foreign key from `(user_id)` to `users(id)` says `on delete cascade`; expected `on delete restrict`. ' +
        'The foreign key from `(user_id)` to `users(id)` says `on update no action`; expected `on update cascade`. ' +
        'There is no foreign key from `(tint)` to `colours(id)`; found from `(user_id)` to `users(id)`.',
    ],
  ])('refuses %o', async (params, message) => {
    expect(await messageFor(params)).toBe(message);
  });

  it.each([
    [{ name: 'flat', absent: true }, 'no longer have a table `flat`'],
    [{ name: 'users' }, 'have a table `users`'],
    [{ name: 'users', columns: { id: null } }, 'have a table `users` with the column `id`'],
    [
      {
        name: 'users',
        columns: { id: 'bigint not null', email: null },
        exact: true,
        'primary-key': ['id'],
        identity: ['id'],
        default: { email: null },
        unique: [['email']],
        check: ["email <> ''"],
        'foreign-keys': [{ columns: ['id'], references: 'people', 'on-delete': 'cascade' }],
      },
      "have a table `users` with exactly the columns `id bigint not null` and `email`, the primary key `(id)`, `id` as identity, no default for `email`, unique `(email)`, a check `email <> ''` and a foreign key `(id)` to `people on delete cascade`",
    ],
  ])('describes %o', (params, description) => {
    expect(table.describe(v.parse(table.schema, params))).toBe(description);
  });
});
