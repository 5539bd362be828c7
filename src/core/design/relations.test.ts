import { describe, expect, it } from 'vitest';
import type { ForeignKey } from '#core/catalog/catalog.ts';
import { plainCatalog, plainColumn, plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { drawDesign } from './draw-design.ts';
import { withKeyIndexes } from './key-indexes.ts';
import { defaultConventions, newTable } from './naming.ts';
import { relationEdit } from './relation-edit.ts';
import { relationSentence } from './relation-sentence.ts';
import { proposeRelation, type Relation, type RelationKind } from './relations.ts';

const name = (table: string) => ({ schema: 'public', name: table });
const made = (table: string) => newTable(plainCatalog(), name(table), defaultConventions);
const stock = withKeyIndexes(
  plainTable('stock', {
    columns: [plainColumn('place', 'text', { notNull: true }), plainColumn('nr', 'integer', { notNull: true })],
    primaryKey: plainKey('stock_pkey', 'place', 'nr'),
  }),
);
const live = plainCatalog({ tables: [made('categories'), made('orders'), plainTable('logs'), stock, made('users')] });

const propose = (kind: RelationKind, from: string, to: string) =>
  proposeRelation(live, kind, { from: name(from), to: name(to) }, defaultConventions);

function drawn(relation: Relation) {
  const edit = relationEdit(live, relation);
  if (!edit.ok) throw new Error(edit.error);
  const { catalog, problems } = drawDesign(live, [edit.value]);
  expect(problems).toEqual([]);
  return (table: string) => catalog.tables.find((one) => one.name === table);
}

const key = (parts: Partial<ForeignKey>) => expect.objectContaining(parts);

describe('a relation', () => {
  it('of one to many is a column, a foreign key and an index', () => {
    const orders = drawn(propose('one-to-many', 'users', 'orders'))('orders');
    expect(orders?.columns[1]).toEqual(plainColumn('user_id', 'bigint', { notNull: true }));
    expect(orders?.foreignKeys).toEqual([
      key({ name: 'orders_user_id_fkey', columns: ['user_id'], onDelete: 'no action', onUpdate: 'no action' }),
    ]);
    expect(orders?.indexes.map((index) => index.name)).toEqual(['orders_pkey', 'orders_user_id_idx']);
  });

  it('to a key of several columns has as many, of their types', () => {
    const orders = drawn({ ...propose('one-to-many', 'stock', 'orders'), isRequired: false })('orders');
    expect(orders?.columns.slice(1)).toEqual([plainColumn('stock_place', 'text'), plainColumn('stock_nr', 'integer')]);
  });

  it('of many to many is a junction table with a key of both, and an index for the other side', () => {
    const junction = drawn(propose('many-to-many', 'users', 'categories'))('users_categories');
    expect(junction?.primaryKey?.columns).toEqual(['user_id', 'category_id']);
    expect(junction?.foreignKeys.map(({ columns, onDelete }) => [columns, onDelete])).toEqual([
      [['category_id'], 'cascade'],
      [['user_id'], 'cascade'],
    ]);
    expect(junction?.indexes.map(({ columns }) => columns.map(({ expression }) => expression))).toEqual([
      ['category_id'],
      ['user_id', 'category_id'],
    ]);
    expect(junction?.columns.every(({ notNull, identity }) => notNull && identity === null)).toBe(true);
  });

  it('of one to one is a unique foreign key, or the key itself', () => {
    const relation = propose('one-to-one', 'users', 'orders');
    expect(drawn(relation)('orders')).toMatchObject({
      uniques: [{ columns: ['user_id'] }],
      foreignKeys: [{ columns: ['user_id'] }],
    });
    const shared = drawn({ ...relation, sharesKey: true })('orders');
    expect(shared).toMatchObject({
      uniques: [],
      foreignKeys: [{ columns: ['id'] }],
      columns: [{ name: 'id', identity: null }],
    });
  });

  it('of a table with itself is optional, and is named apart', () => {
    const relation = propose('one-to-many', 'users', 'users');
    expect(relation).toMatchObject({ isRequired: false, columns: ['parent_id'] });
    const both = propose('many-to-many', 'users', 'users');
    expect(both).toMatchObject({ junction: 'users_users', columns: ['user_id'], otherColumns: ['other_user_id'] });
    drawn(relation);
    drawn(both);
  });

  it('takes a number where its name is taken', () => {
    const first = relationEdit(live, propose('one-to-many', 'users', 'orders'));
    if (!first.ok) throw new Error(first.error);
    const { catalog } = drawDesign(live, [first.value]);
    const again = proposeRelation(
      catalog,
      'one-to-many',
      { from: name('users'), to: name('orders') },
      defaultConventions,
    );
    expect(again.columns).toEqual(['user_id2']);
  });

  it('takes a column that stands ready', () => {
    const ready = withKeyIndexes({
      ...made('bills'),
      columns: [...made('bills').columns, plainColumn('user_id', 'bigint')],
    });
    const catalog = plainCatalog({ tables: [ready, made('users')] });
    const relation = proposeRelation(
      catalog,
      'one-to-many',
      { from: name('users'), to: name('bills') },
      defaultConventions,
    );
    const edit = relationEdit(catalog, relation);
    expect(edit.ok && edit.value.kind === 'together' ? edit.value.edits.map(({ kind }) => kind) : edit).toEqual([
      'change-column',
      'add-foreign-key',
      'add-index',
    ]);
  });

  it('needs a key to reference, and names that will do', () => {
    expect(relationEdit(live, propose('one-to-many', 'logs', 'orders'))).toMatchObject({ ok: false });
    expect(relationEdit(live, { ...propose('one-to-many', 'users', 'orders'), columns: [''] })).toEqual({
      ok: false,
      error: 'Give it a name.',
    });
    expect(relationEdit(live, { ...propose('many-to-many', 'users', 'orders'), junction: 'stock' })).toMatchObject({
      ok: false,
    });
  });

  it.each<[RelationKind, string, string, boolean, string]>([
    ['one-to-many', 'users', 'orders', true, 'One user has many orders; an order belongs to exactly one user.'],
    ['one-to-many', 'users', 'orders', false, 'One user has many orders; an order belongs to one user or to none.'],
    ['many-to-many', 'users', 'categories', true, 'One user has many categories, and one category has many users.'],
    ['one-to-one', 'orders', 'users', true, 'One order has at most one user; a user belongs to exactly one order.'],
    [
      'one-to-many',
      'users',
      'users',
      false,
      'One user has many other users; a user belongs to one other user or to none.',
    ],
  ])('%s of %s and %s is read aloud', (kind, from, to, isRequired, sentence) => {
    expect(relationSentence({ ...propose(kind, from, to), isRequired })).toBe(sentence);
  });
});
