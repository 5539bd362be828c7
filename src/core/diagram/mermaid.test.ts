import { describe, expect, it } from 'vitest';
import { plainCatalog, plainColumn, plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { mermaidOf } from './mermaid.ts';
import { plainForeignKey, wildNames, wildSchema } from './test-schemas.ts';

const users = plainTable('users', {
  columns: [
    plainColumn('id', 'bigint', { notNull: true }),
    plainColumn('email', 'character varying(40)', { notNull: true }),
    plainColumn('fk', 'numeric(10,2)'),
  ],
  primaryKey: plainKey('users_pkey', 'id'),
  uniques: [plainKey('users_email_key', 'email')],
});
const orders = plainTable('orders', {
  columns: [plainColumn('id', 'bigint', { notNull: true }), plainColumn('user_id', 'bigint')],
  primaryKey: plainKey('orders_pkey', 'id'),
  foreignKeys: [{ ...plainForeignKey('orders_user_id_fkey', ['user_id'], 'users'), onDelete: 'cascade' }],
  partitioning: {
    strategy: 'range',
    key: ['id'],
    partitions: [{ schema: 'public', table: 'orders_1', bounds: 'DEFAULT', isDefault: true }],
  },
});

describe('a schema as Mermaid', () => {
  it('says keys, columns and relations in its words, and the rest in comments', () => {
    const view = {
      schema: 'public',
      name: 'open_orders',
      materialized: false,
      columns: [{ name: 'id', type: 'bigint' }],
      definition: '',
      indexes: [],
      triggers: [],
      comment: null,
      dependsOn: [{ schema: 'public', name: 'orders' }],
    };
    expect(mermaidOf(plainCatalog({ tables: [users, orders], views: [view] }))).toBe(`erDiagram
  "users" {
    bigint id PK "not null"
    varchar(40) email UK "not null"
    numeric fk_ "fk, numeric(10,2)"
  }
  %% orders is partitioned by range (id): 1 partition
  %%   orders_1 DEFAULT
  "orders" {
    bigint id PK "not null"
    bigint user_id FK
  }
  %% view open_orders, reads orders
  "open_orders" {
    bigint id
  }
  "users" |o..o{ "orders" : "orders_user_id_fkey, on delete cascade"
`);
  });

  it('has a line for each thing, in the form of the grammar, whatever the names', () => {
    // The grammar's own forms; names in quotes, columns as words of letters, digits, underscores and what is no ASCII.
    const name = String.raw`"[^"%\r\n\v\\]+"`;
    const word = String.raw`[A-Za-z_\u00c0-\uffff][A-Za-z0-9_()[\]\u00c0-\uffff]*`;
    const forms = [
      /^erDiagram$/,
      /^ {2}%% [^%{]/,
      new RegExp(`^  ${name} \\{$`),
      /^ {2}\}$/,
      new RegExp(`^    ${word} (?!(?:pk|fk|uk)\\b)${word}(?: (?:PK|FK|UK)(?:, (?:PK|FK|UK))*)?(?: ${name})?$`, 'i'),
      new RegExp(`^  ${name} (?:\\|\\||\\|o)(?:--|\\.\\.)(?:o\\{|o\\|) ${name} : ${name}$`),
    ];
    const lines = mermaidOf(wildSchema()).trimEnd().split('\n');
    expect(lines.filter((line) => !forms.some((form) => form.test(line)))).toEqual([]);
    expect(lines.filter((line) => /direction\s+(tb|bt|rl|lr)/i.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes(' : "'))).toHaveLength(wildNames.length);
  });
});
