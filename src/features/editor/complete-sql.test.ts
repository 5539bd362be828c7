import { describe, expect, it } from 'vitest';
import type { Catalog } from '#core/catalog/catalog.ts';
import { plainColumn, plainRoutine, plainTable, plainType, plainView } from '#core/catalog/plain-catalog.ts';
import { completeSql } from './complete-sql.ts';

const catalog: Catalog = {
  schemas: ['public', 'sales'],
  tables: [
    plainTable('customer', { columns: [plainColumn('id', 'bigint'), plainColumn('name', 'text')] }),
    plainTable('orders', {
      columns: [
        plainColumn('id', 'bigint'),
        plainColumn('placed_at', 'timestamp with time zone'),
        plainColumn('order', 'text'),
      ],
    }),
    plainTable('Line Item', { columns: [plainColumn('quantity', 'integer')] }),
    plainTable('region', { columns: [plainColumn('code', 'text')], schema: 'sales' }),
  ],
  views: [plainView('totals', { columns: [{ name: 'total', type: 'numeric' }] })],
  functions: [plainRoutine('tax', { arguments: 'amount numeric', returns: 'numeric' })],
  types: [plainType('status', 'enum', { labels: ['new', 'paid'] })],
  sequences: [],
};

/** Completes at the `|` in `marked`. */
function complete(marked: string) {
  const offset = marked.indexOf('|');
  return completeSql(marked.replace('|', ''), offset, catalog);
}

const inserts = (marked: string) => complete(marked).suggestions.map(({ insert }) => insert);
const columnsAt = (marked: string) =>
  complete(marked)
    .suggestions.filter(({ kind }) => kind === 'column')
    .map(({ insert }) => insert);

describe('completion', () => {
  it.each([
    ['an alias', 'select o.| from orders o'],
    ['an alias after AS', 'select o.| from orders as o'],
    ['an alias in capitals', 'SELECT O.| FROM Orders O'],
    ['a table', 'select orders.| from orders'],
    ['a table that is not in the statement', 'select orders.|'],
    ['a half-typed column', 'select o.pl| from orders o'],
    ['excluded', 'insert into orders values (1) on conflict (id) do update set placed_at = excluded.|'],
  ])('offers the columns of one table after %s and a point', (_, marked) => {
    expect(inserts(marked)).toEqual(['id', 'placed_at', '"order"']);
  });

  it('offers the tables of a schema after its name', () => {
    expect(inserts('select * from sales.|')).toEqual(['region']);
  });

  it.each([
    'select * from |',
    'select * from cu|',
    'select * from orders o join |',
    'select * from orders, |',
    'update |',
    'insert into |',
    'create table line (customer_id bigint references |',
  ])('offers tables and views first in %s', (marked) => {
    expect(inserts(marked).slice(0, 6)).toEqual([
      'customer',
      'orders',
      '"Line Item"',
      'sales.region',
      'totals',
      'sales',
    ]);
  });

  it.each([
    ['select | from customer', ['id', 'name']],
    ['select * from customer where |', ['id', 'name']],
    ['update customer set |', ['id', 'name']],
    ['insert into customer (|', ['id', 'name']],
    ['select * from customer c join orders o on |', ['id', 'name', 'placed_at', '"order"']],
    ['select 1 from orders; select | from customer', ['id', 'name']],
    ['select * from totals where |', ['total']],
    ['select | from customer -- from orders', ['id', 'name']],
  ])('offers the columns of the tables named in %s', (marked, expected) => {
    expect(columnsAt(marked)).toEqual(expected);
  });

  it('offers every column while no table is named yet', () => {
    expect(columnsAt('select |')).toEqual(['id', 'name', 'placed_at', '"order"', 'quantity', 'code', 'total']);
  });

  it('says the type of a column, and each table that has it', () => {
    const [id, name] = complete('select | from customer, orders').suggestions;
    expect([id?.detail, name?.detail]).toEqual(['bigint · customer, bigint · orders', 'text · customer']);
  });

  it('offers an alias itself', () => {
    const aliases = complete('select | from orders o').suggestions.filter(({ detail }) => detail === 'orders');
    expect(aliases).toEqual([{ kind: 'table', label: 'o', insert: 'o', detail: 'orders' }]);
  });

  it('offers types after ::, own ones first', () => {
    expect(inserts("select 'new'::|").slice(0, 2)).toEqual(['status', 'bigint']);
  });

  it('offers functions with their signatures, own ones first', () => {
    const functions = complete('select |').suggestions.filter(({ kind }) => kind === 'function');
    expect(functions.slice(0, 2).map(({ detail }) => detail)).toEqual([
      'tax(amount numeric) → numeric',
      'count(*) → bigint',
    ]);
  });

  it('quotes a name in mixed case, with spaces, or reserved, and matches it by its own letters', () => {
    expect(complete('select * from |').suggestions[2]).toMatchObject({ label: 'Line Item', insert: '"Line Item"' });
    expect(inserts('select "Line Item".|')).toEqual(['quantity']);
  });

  it('replaces the word from its beginning, an opened quote included', () => {
    expect([complete('select na|').start, complete('select "Li|').start, complete('select |').start]).toEqual([
      7, 7, 7,
    ]);
  });

  it.each([`select 'na|me'`, `select 'na|`, '-- na|', '/* na|', 'do $$ begin na| end $$'])(
    'stays silent inside a string or comment: %s',
    (marked) => {
      expect(complete(marked).suggestions).toEqual([]);
    },
  );

  it('offers keywords and functions before the database has answered', () => {
    const { suggestions } = completeSql('sel', 3, null);
    expect(suggestions).toContainEqual({ kind: 'keyword', label: 'select', insert: 'select', detail: '' });
    expect(suggestions.some(({ kind }) => kind === 'column')).toBe(false);
  });
});
