import { describe, expect, it } from 'vitest';
import type { Table } from '#core/catalog/catalog.ts';
import { plainKey } from '#core/catalog/plain-catalog.ts';
import type { Design } from './read-design.ts';
import { catalogOf, dependencies, designOf, table } from './test-designs.ts';

/** Each table with its attributes, `attribute=column` where they are called differently. */
function readingOf({ relations }: Design): Readonly<Record<string, string>> {
  return Object.fromEntries(
    relations.map(({ table: { name }, columns }) => [
      name,
      [...columns].map(([attribute, column]) => (attribute === column ? column : `${attribute}=${column}`)).join(', '),
    ]),
  );
}

const orders = 'order_id, product_id, quantity, customer_id, city';

describe('which columns stand for which attributes', () => {
  it('goes by name, and leaves other columns out', () => {
    const design = designOf('order_id, customer_id', [table('orders', 'note, customer_id, order_id*')]);
    expect(readingOf(design)).toEqual({ orders: 'order_id, customer_id' });
    expect(design).toMatchObject({ problems: [], surrogates: [], declared: [] });
  });

  it.each([
    [
      'from the column that refers',
      [table('orders', 'id*, customer_id'), table('items', 'order_id*>orders.id, product_id*')],
    ],
    [
      'from the column referred to',
      [table('orders', 'order_id*, customer_id'), table('items', 'order*>orders.order_id, product_id*')],
    ],
    [
      'over a third table',
      [
        table('orders', 'id*, customer_id'),
        table('parcels', 'of*>orders.id'),
        table('items', 'order_id*>parcels.of, product_id*'),
      ],
    ],
  ])('goes along foreign keys, %s', (_, tables) => {
    const design = designOf('order_id, product_id, customer_id', tables);
    expect(design.problems).toEqual([]);
    expect(readingOf(design)).toMatchObject({
      orders: expect.stringMatching(/^order_id(=id)?, customer_id$/) as string,
      items: expect.stringMatching(/^order_id(=order)?, product_id$/) as string,
    });
  });

  it('goes by what the author says last, for all tables or for one', () => {
    const tables = [table('orders', 'id*, customer'), table('items', 'order*, product_id*')];
    const columns = new Map([
      ['order', 'order_id'],
      ['orders.id', 'order_id'],
      ['customer', 'customer_id'],
    ]);
    expect(readingOf(designOf('order_id, product_id, customer_id', tables, { columns }))).toEqual({
      orders: 'order_id=id, customer_id=customer',
      items: 'order_id=order, product_id',
    });
  });

  it('takes a foreign key before the author, but not where the attribute would be nowhere', () => {
    const columns = new Map([['id', 'person_id']]);
    const tables = [table('people', 'id*, name'), table('teams', 'team_id*, lead_id>people.id')];
    expect(readingOf(designOf('person_id, name, team_id, lead_id', tables, { columns }))).toEqual({
      people: 'person_id=id, name',
      teams: 'team_id, lead_id',
    });
    const more = [...tables, table('members', 'person_id*, team_id')];
    expect(readingOf(designOf('person_id, name, team_id, lead_id', more, { columns }))).toMatchObject({
      people: 'name, lead_id=id',
    });
  });

  it('takes the author’s word, or what determines the table, where foreign keys tie a key to two attributes', () => {
    const attributes = 'person_id, name, team_id, lead_id';
    const tables = [
      table('people', 'id*, name'),
      table('teams', 'team_id*, lead_id>people.id'),
      table('members', 'person_id*>people.id, team_id'),
    ];
    const expected = { people: 'person_id=id, name', teams: 'team_id, lead_id', members: 'person_id, team_id' };
    const columns = new Map([['people.id', 'person_id']]);
    expect(readingOf(designOf(attributes, tables, { columns }))).toEqual(expected);
    const functional = dependencies('person_id -> name, team_id; team_id -> lead_id');
    const design = designOf(attributes, tables, { functional });
    expect([readingOf(design), design.problems]).toEqual([expected, []]);
  });

  it('ties nothing by a foreign key of a table to itself', () => {
    const design = designOf('emp_id, boss_id', [table('staff', 'emp_id*, boss_id>staff.emp_id')]);
    expect(readingOf(design)).toEqual({ staff: 'emp_id, boss_id' });
    expect(designOf('emp_id', [table('staff', 'emp_id*, boss>staff.emp_id')]).problems).toEqual([]);
  });

  it('reads a name that refers to a number of its own table’s namesake as that number', () => {
    const design = designOf('zip, city', [table('cities', 'id*, city!'), table('zips', 'zip*, city>cities.id')]);
    expect(readingOf(design)).toEqual({ cities: 'city, cities.id=id', zips: 'zip, cities.id=city' });
    expect(design.declared).toEqual([
      { determinant: ['cities.id'], dependents: ['city'] },
      { determinant: ['city'], dependents: ['cities.id'] },
      { determinant: ['zip'], dependents: ['cities.id'] },
    ]);
  });

  it('reads a number of a new table as a number, where another table has the attribute of its name', () => {
    const numbered = (name: string, words: string): Table => {
      const made = table(name, words);
      return {
        ...made,
        columns: made.columns.map((each) => ({ ...each, identity: each.name === 'id' ? 'always' : null })),
      };
    };
    const users = table('users', 'id*, name, state>states.state');
    const functional = dependencies('id -> name, state; state -> country');
    const reads = (states: Table, parts = {}) =>
      readingOf(designOf('id, name, state, country', [users, states], { functional, ...parts }))['states'];
    expect(reads(numbered('states', 'id*, state!, country'))).toBe('state, country, states.id=id');
    expect(reads(table('states', 'id*, state!, country'))).toBe('id, state, country');
    const columns = new Map([['states.id', 'id']]);
    expect(reads(numbered('states', 'id*, state!, country'), { columns })).toBe('id, state, country');
    expect(reads(numbered('states', 'id*>users.id, state!, country'))).toBe('id, state, country');
    const before = catalogOf(numbered('states', 'id*, state!, country, more'));
    expect(reads(numbered('states', 'id*, state!, country'), { before })).toBe('id, state, country');
  });

  it('makes surrogates of keys that stand for no attribute, and of what is tied to them', () => {
    const design = designOf(orders, [
      table('customers', 'id*, customer_id!, city'),
      table('orders', 'id*, order_id!, customer>customers.id'),
      table('items', 'id*, o>orders.id, product_id, quantity', { uniques: [plainKey('once', 'o', 'product_id')] }),
    ]);
    expect(design.problems).toEqual([]);
    expect(design.surrogates).toEqual(['customers.id', 'orders.id', 'items.id']);
    expect(design.relations.map(({ ownSurrogates }) => ownSurrogates)).toEqual([
      ['customers.id'],
      ['orders.id'],
      ['items.id'],
    ]);
    expect(design.declared).toContainEqual({
      determinant: ['orders.id', 'product_id'],
      dependents: ['quantity', 'items.id'],
    });
  });
});

describe('what is not to be told', () => {
  it('is a column that foreign keys tie to two attributes', () => {
    const tables = [table('places', 'id*, street'), table('orders', 'order_id*, bill_to>places.id, ship_to>places.id')];
    expect(designOf('order_id, bill_to, ship_to, street', tables).problems).toMatchObject([
      { kind: 'ambiguous-column', table: { name: 'places' }, column: 'id', attributes: ['bill_to', 'ship_to'] },
    ]);
  });

  it('is two columns tied to one attribute, or to one surrogate', () => {
    const tied = [
      table('places', 'place_id*, street'),
      table('orders', 'order_id*, a>places.place_id, b>places.place_id'),
    ];
    expect(designOf('order_id, place_id, street', tied).problems).toMatchObject([
      { kind: 'doubled-attribute', table: { name: 'orders' }, columns: ['a', 'b'], of: 'place_id' },
    ]);
    const numbered = [table('places', 'id*, street'), table('orders', 'order_id*, a>places.id, b>places.id')];
    expect(designOf('order_id, street', numbered).problems).toMatchObject([
      { kind: 'several-roles', table: { name: 'orders' }, columns: ['a', 'b'], of: 'places.id' },
    ]);
  });

  it('is an attribute without a column, beside the columns that stand for nothing', () => {
    const tables = [table('orders', 'order_id*, client')];
    expect(designOf('order_id, customer_id', tables).problems).toMatchObject([
      { kind: 'missing-attribute', attribute: 'customer_id', unread: [{ column: 'client' }], untouched: [] },
    ]);
  });
});

describe('which tables count', () => {
  const flat = table('flat', 'order_id*, product_id*, name');
  const before = catalogOf(flat, table('users', 'user_id*'));

  it.each([
    ['nothing changed', [flat], []],
    ['a new table', [flat, table('orders', 'order_id*')], ['orders']],
    ['a table with fewer columns', [table('flat', 'order_id*, product_id*')], ['flat']],
    ['a temporary table', [flat, table('orders', 'order_id*', { persistence: 'temporary' })], []],
    ['a table in the archive', [flat, table('orders', 'order_id*', { schema: 'kept' })], []],
    [
      'a partition',
      [flat, table('part', 'order_id*', { partitionOf: { schema: 'public', table: 'flat', bounds: 'DEFAULT' } })],
      [],
    ],
    ['another name', [{ ...flat, name: 'old' }], []],
    ['a copy that has no keys', [table('copy', 'order_id, product_id, name')], ['copy']],
  ])('of %s', (_, tables, expected) => {
    const now = catalogOf(...tables, table('users', 'user_id*'));
    const { relations } = designOf('order_id, product_id, name', [], { before, now });
    expect(relations.map((relation) => relation.table.name)).toEqual(expected);
  });

  it('includes an untouched one for what is nowhere else, but never the original', () => {
    const products = table('products', 'product_id*, name');
    const made = [table('items', 'order_id*, product_id*')];
    const parts = { before: catalogOf(flat, products), now: catalogOf(flat, products, ...made) };
    const { relations, problems } = designOf('order_id, product_id, name', [], parts);
    expect([relations.map((relation) => relation.table.name), problems]).toEqual([['items', 'products'], []]);
    const without = designOf('order_id, product_id, name', [], { before, now: catalogOf(flat, ...made) });
    expect(without.problems).toMatchObject([{ attribute: 'name', untouched: [{ name: 'flat' }] }]);
  });

  it('includes an untouched one only where the design refers to it, where that is asked', () => {
    const products = table('products', 'product_id*, name, colour');
    const read = (items: Table) => {
      const now = catalogOf(flat, products, items);
      const parts = { before: catalogOf(flat, products), now, isLentByReference: true, original: flat };
      return designOf('order_id, product_id, name', [], parts);
    };
    const tied = read(table('items', 'order_id*, product_id*>products.product_id'));
    expect([tied.relations.map((relation) => relation.table.name), tied.problems]).toEqual([['items', 'products'], []]);
    expect(read(table('items', 'order_id*, product_id*, title')).problems).toMatchObject([
      { attribute: 'name', unread: [{ table: { name: 'items' }, column: 'title' }], untouched: [{ name: 'flat' }] },
    ]);
  });
});
