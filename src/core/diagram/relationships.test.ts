import { describe, expect, it } from 'vitest';
import type { ForeignKey, Table } from '#core/catalog/catalog.ts';
import { plainCatalog, plainColumn, plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { junctionsOf, relationshipsOf } from './relationships.ts';
import { junctionSentence, relationshipSentence } from './relationship-words.ts';
import { plainForeignKey } from './test-schemas.ts';

const users = plainTable('users', {
  columns: [plainColumn('id', 'bigint', { notNull: true })],
  primaryKey: plainKey('users_pkey', 'id'),
});

function child(
  name: string,
  parts: Partial<Table> & { readonly notNull?: boolean; readonly keys?: readonly ForeignKey[] },
) {
  const { notNull = true, keys = [plainForeignKey('fk', ['user_id'], 'users')], ...rest } = parts;
  return plainTable(name, {
    columns: [plainColumn('id', 'bigint', { notNull: true }), plainColumn('user_id', 'bigint', { notNull })],
    primaryKey: plainKey(`${name}_pkey`, 'id'),
    foreignKeys: keys,
    ...rest,
  });
}

function sentencesOf(...tables: readonly Table[]): readonly string[] {
  const all = relationshipsOf(plainCatalog({ tables }));
  return all.map((each) => relationshipSentence(each, all));
}

describe('the ends of a relationship', () => {
  it.each([
    ['not null', child('orders', {}), 'zero-or-many', 'exactly-one', false],
    ['nullable', child('orders', { notNull: false }), 'zero-or-many', 'zero-or-one', false],
    ['unique', child('orders', { uniques: [plainKey('u', 'user_id')] }), 'zero-or-one', 'exactly-one', false],
    [
      'unique with another column',
      child('orders', { uniques: [plainKey('u', 'user_id', 'id')] }),
      'zero-or-many',
      'exactly-one',
      false,
    ],
    [
      'the primary key',
      child('profiles', { primaryKey: plainKey('p', 'user_id'), notNull: false }),
      'zero-or-one',
      'exactly-one',
      true,
    ],
    [
      'a part of the primary key',
      child('lines', { primaryKey: plainKey('p', 'user_id', 'id') }),
      'zero-or-many',
      'exactly-one',
      true,
    ],
  ] as const)('follow from a foreign key that is %s', (_name, table, childEnd, parentEnd, isIdentifying) => {
    expect(relationshipsOf(plainCatalog({ tables: [users, table] }))).toMatchObject([
      { childEnd, parentEnd, isIdentifying, isSelf: false },
    ]);
  });

  it('follow from a unique index, unless it is of some rows only', () => {
    const index = {
      name: 'i',
      method: 'btree',
      unique: true,
      constraint: null,
      include: [],
      nullsNotDistinct: false,
      where: null,
      valid: true,
      columns: [
        {
          expression: 'user_id',
          isExpression: false,
          descending: false,
          nullsFirst: false,
          operatorClass: null,
          collation: null,
        },
      ],
    };
    const endOf = (where: string | null) =>
      relationshipsOf(plainCatalog({ tables: [users, child('orders', { indexes: [{ ...index, where }] })] }))[0]
        ?.childEnd;
    expect(endOf(null)).toBe('zero-or-one');
    expect(endOf('id > 3')).toBe('zero-or-many');
  });

  it('are those of the partitioned table, said once', () => {
    const parent = child('events', {});
    const partition = child('events_1', { partitionOf: { schema: 'public', table: 'events', bounds: 'DEFAULT' } });
    const found = relationshipsOf(plainCatalog({ tables: [users, parent, partition] }));
    expect(found.map((each) => each.child.name)).toEqual(['events']);

    const own = { ...partition, foreignKeys: [plainForeignKey('own', ['id'], 'users')] };
    const withOwn = relationshipsOf(plainCatalog({ tables: [users, parent, own] }));
    expect(withOwn.map((each) => [each.child.name, each.partition?.name])).toEqual([
      ['events', undefined],
      ['events', 'events_1'],
    ]);
  });

  it('leave out a reference to a table that is not there', () => {
    expect(relationshipsOf(plainCatalog({ tables: [child('orders', {})] }))).toEqual([]);
  });
});

describe('the sentence of a relationship', () => {
  it('says how many belong to how many', () => {
    expect(sentencesOf(users, child('order_items', {}))).toEqual([
      'Each order item belongs to exactly one user; a user has any number of order items.',
    ]);
    expect(sentencesOf(users, child('addresses', { notNull: false, uniques: [plainKey('u', 'user_id')] }))).toEqual([
      'Each address belongs to at most one user; a user has at most one address.',
    ]);
  });

  it('names the columns where a table is related twice, or to itself', () => {
    const twice = child('orders', {
      keys: [plainForeignKey('a', ['id'], 'users'), plainForeignKey('b', ['user_id'], 'users')],
    });
    expect(sentencesOf(users, twice)[1]).toBe(
      'Each order belongs to exactly one user by user_id; a user has any number of orders.',
    );
    const self = child('employees', { notNull: false, keys: [plainForeignKey('boss', ['user_id'], 'employees')] });
    expect(sentencesOf(self)).toEqual([
      'Each employee belongs to at most one employee by user_id; an employee has any number of employees.',
    ]);
  });

  it('quotes a name that is no plain word', () => {
    expect(sentencesOf(users, child('Order "Items"', {}))).toEqual([
      'Each row of “Order "Items"” belongs to exactly one user; a user has any number of rows of “Order "Items"”.',
    ]);
  });
});

it('knows a junction by a primary key made of two foreign keys', () => {
  const keys = [plainForeignKey('a', ['user_id'], 'users'), plainForeignKey('b', ['id'], 'users')];
  const junction = child('friendships', { primaryKey: plainKey('p', 'user_id', 'id'), keys });
  const found = junctionsOf(plainCatalog({ tables: [users, junction, child('orders', { keys })] }));
  expect(found.map(({ table }) => table.name)).toEqual(['friendships']);
  expect(found.map(junctionSentence)).toEqual([
    'friendships joins users and users: a user has any number of users, a user any number of users.',
  ]);
});
