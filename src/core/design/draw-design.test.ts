import { describe, expect, it } from 'vitest';
import type { ForeignKey, Table } from '#core/catalog/catalog.ts';
import { plainCatalog, plainColumn, plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { drawDesign } from './draw-design.ts';
import { withKeyIndexes } from './key-indexes.ts';
import type { SchemaEdit } from './schema-edit.ts';

const user = { schema: 'public', name: 'users' };
const order = { schema: 'public', name: 'orders' };

const toUsers: ForeignKey = {
  name: 'orders_user_id_fkey',
  columns: ['user_id'],
  references: { schema: 'public', table: 'users', columns: ['id'] },
  match: 'simple',
  onDelete: 'no action',
  onDeleteColumns: [],
  onUpdate: 'no action',
  deferrable: false,
  initiallyDeferred: false,
  validated: true,
};

const users: Table = withKeyIndexes(
  plainTable('users', {
    columns: [plainColumn('id', 'bigint', { notNull: true }), plainColumn('email', 'text')],
    primaryKey: plainKey('users_pkey', 'id'),
    checks: [{ name: 'users_email_check', expression: "email <> ''::text", validated: true }],
  }),
);

const orders: Table = withKeyIndexes(
  plainTable('orders', {
    columns: [plainColumn('id', 'bigint', { notNull: true }), plainColumn('user_id', 'bigint')],
    primaryKey: plainKey('orders_pkey', 'id'),
    foreignKeys: [toUsers],
  }),
);

const live = plainCatalog({ tables: [orders, users] });

const draw = (...edits: readonly SchemaEdit[]) => drawDesign(live, edits);
const tableNamed = (name: string, ...edits: readonly SchemaEdit[]) =>
  draw(...edits).catalog.tables.find((table) => table.name === name);

describe('a drawing', () => {
  it('of nothing is the live catalog itself', () => {
    expect(draw().catalog).toBe(live);
    expect(draw().problems).toEqual([]);
  });

  it('follows a table that is renamed in the foreign keys of others, and remembers where it comes from', () => {
    const { catalog, lineage } = draw({ kind: 'rename-table', table: user, name: 'people' });
    expect(catalog.tables.map(({ name }) => name)).toEqual(['orders', 'people']);
    expect(catalog.tables[0]?.foreignKeys[0]?.references.table).toBe('people');
    expect(lineage.tables.get('["public","people"]')).toEqual(user);
    expect(catalog.tables[1]?.primaryKey?.name).toBe('users_pkey');
  });

  it('follows a column that is renamed twice in keys, checks, indexes and references', () => {
    const rename = (column: string, name: string): SchemaEdit => ({
      kind: 'change-column',
      table: user,
      column,
      to: { name },
    });
    const drawn = draw(rename('id', 'no'), rename('no', 'nr'), rename('email', 'mail'));
    const people = drawn.catalog.tables[1];
    expect(people?.primaryKey?.columns).toEqual(['nr']);
    expect(people?.indexes[0]?.columns[0]?.expression).toBe('nr');
    expect(people?.checks[0]?.expression).toBe("mail <> ''::text");
    expect(drawn.catalog.tables[0]?.foreignKeys[0]?.references.columns).toEqual(['nr']);
    expect(drawn.lineage.columns.get('["public","users"]')).toEqual(
      new Map([
        ['nr', 'id'],
        ['mail', 'email'],
      ]),
    );
  });

  it('knows no origin of a column that is new, though it was renamed', () => {
    const { lineage } = draw(
      { kind: 'add-column', table: user, column: plainColumn('age', 'integer') },
      { kind: 'change-column', table: user, column: 'age', to: { name: 'years' } },
    );
    expect(lineage.columns.size).toBe(0);
  });

  it('drops with a table the foreign keys that reference it', () => {
    expect(tableNamed('orders', { kind: 'drop-table', table: user })?.foreignKeys).toEqual([]);
  });

  it('drops with a column its keys, their indexes, its checks, and what references it', () => {
    const drop = (column: string): SchemaEdit => ({ kind: 'drop-column', table: user, column });
    const after = draw(drop('id'), drop('email')).catalog;
    expect(after.tables[1]).toMatchObject({ columns: [], primaryKey: null, checks: [], indexes: [] });
    expect(after.tables[0]?.foreignKeys).toEqual([]);
  });

  it('says which edits can not be made, and makes the others', () => {
    const { catalog, problems } = draw(
      { kind: 'add-column', table: { schema: 'public', name: 'gone' }, column: plainColumn('a', 'text') },
      {
        kind: 'add-foreign-key',
        table: order,
        foreignKey: { ...toUsers, name: 'x', references: { ...toUsers.references, columns: ['email'] } },
      },
      { kind: 'rename-table', table: user, name: 'orders_pkey' },
      { kind: 'comment-table', table: user, comment: 'who buys' },
    );
    expect(problems).toEqual([
      { index: 0, message: 'The table `gone` is not there any more.' },
      { index: 1, message: '`users` has no key on (email): only what is unique can be referenced.' },
      { index: 2, message: 'The name `orders_pkey` is taken.' },
    ]);
    expect(catalog.tables[1]?.comment).toBe('who buys');
  });

  it('makes all that belongs together, or nothing of it', () => {
    const { catalog, problems } = draw({
      kind: 'together',
      title: 'Both',
      edits: [
        { kind: 'comment-table', table: user, comment: 'lost' },
        { kind: 'add-column', table: { schema: 'public', name: 'gone' }, column: plainColumn('a', 'text') },
      ],
    });
    expect(catalog).toBe(live);
    expect(problems[0]?.message).toBe('Both: The table `gone` is not there any more.');
  });

  it('is the live catalog again once its edits were run', () => {
    const edits: readonly SchemaEdit[] = [
      {
        kind: 'add-table',
        table: withKeyIndexes(
          plainTable('tags', {
            columns: [plainColumn('id', 'bigint', { identity: 'always' })],
            primaryKey: plainKey('tags_pkey', 'id'),
          }),
        ),
      },
      { kind: 'rename-table', table: user, name: 'people' },
      { kind: 'add-column', table: { schema: 'public', name: 'people' }, column: plainColumn('age', 'integer') },
      { kind: 'change-column', table: order, column: 'user_id', to: { name: 'person_id', notNull: true } },
      { kind: 'add-unique', table: order, key: plainKey('orders_person_id_key', 'person_id') },
      { kind: 'drop-constraint', table: { schema: 'public', name: 'people' }, name: 'users_email_check' },
    ];
    const drawn = drawDesign(live, edits);
    expect(drawn.problems).toEqual([]);
    const again = drawDesign(drawn.catalog, edits);
    expect(again.problems).toEqual([]);
    expect(again.catalog).toBe(drawn.catalog);
  });
});
