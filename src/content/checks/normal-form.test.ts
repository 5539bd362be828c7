import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { createJudge, verdictOf, type Scene } from '#content/fixtures/create-judge.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { normalForm } from './normal-form.ts';

const engine = await createNodeEngine();
const judge = await createJudge(engine);
afterAll(() => engine.close());

const setup = `
  create table flat (
    order_id int, product_id int, product text, quantity int, customer_id int, customer text, zip text, city text,
    primary key (order_id, product_id)
  );
  insert into flat values
    (1, 1, 'Tea', 2, 7, 'Ada', '10115', 'Berlin'), (1, 2, 'Jam', 1, 7, 'Ada', '10115', 'Berlin'),
    (2, 1, 'Tea', 5, 8, 'Bo', '20095', 'Hamburg'), (3, 2, 'Jam', 1, 9, 'Cy', null, null),
    (4, 1, 'Tea', 1, null, null, null, null), (5, 1, 'Tea', 3, 7, 'Ada', '10115', 'Berlin');
`;

const rules = [
  'order_id, product_id -> quantity',
  'product_id -> product',
  'order_id -> customer_id',
  'customer_id -> customer, zip',
  'zip -> city',
];
const params = { form: '3NF', dependencies: rules, lossless: true, preserving: true, 'rows-of': 'flat' };

const products = 'create table products as select distinct product_id, product from flat;';
const orders = 'create table orders as select distinct order_id, customer_id from flat;';
const items = 'create table items as select order_id, product_id, quantity from flat;';
const customers =
  'create table customers as select distinct customer_id, customer, zip from flat where customer_id is not null;';
const zips = 'create table zips as select distinct zip, city from flat where zip is not null;';
const split = products + orders + items + customers + zips;

async function verdictOn(answer: string | null, scene: Partial<Scene> = {}) {
  return verdictOf(await judge({ setup, kind: 'normal-form', params, answer, ...scene }));
}

describe('a right design', () => {
  it.each<[string, string, Partial<Scene>?]>([
    ['of new tables', split],
    ['with the old one kept under another name', `${split} alter table flat rename to old_flat;`],
    ['with a table for the move left over', `create temp table moved as table flat; ${split}`],
    ['hidden by temporary tables', `${split} create temp table orders as select 1 as x;`],
    ['in a schema of its own', `create schema shop; set search_path = shop, public; ${split}`],
    ['made anew under the old name', `${split} drop table flat; create table flat as table items; drop table items;`],
    [
      'by taking columns away, renamed at last',
      `${products + orders + customers + zips}
       alter table flat drop product, drop customer_id, drop customer, drop zip, drop city;
       alter table flat rename to lines;`,
    ],
    [
      'with a partitioned table',
      `${products + orders + customers + zips}
       create table items (order_id int, product_id int, quantity int) partition by range (order_id);
       create table few partition of items for values from (1) to (3);
       create table rest partition of items default;
       insert into items select order_id, product_id, quantity from flat;`,
    ],
    [
      'with other types',
      `${split}
       alter table items alter order_id type bigint, alter quantity type numeric(9, 3), alter product_id type text;
       alter table products alter product_id type text;
       alter table zips alter zip type char(12);`,
    ],
    [
      'with columns that nobody asked for',
      `${split} alter table items add twice int generated always as (quantity * 2) stored, add note text;`,
    ],
    ['with rows to look up that nothing refers to', `${split} insert into zips values ('99999', 'Nowhere');`],
    [
      'with a number for everything',
      `create table towns (town_no serial primary key, city text not null unique);
       create table zips (id serial primary key, zip text not null unique, city int references towns (town_no));
       create table customers (id serial primary key, customer_id int unique, customer text, zip_id int references zips);
       create table orders (id serial primary key, order_id int unique, customer int references customers (id));
       create table products (id serial primary key, product_id int unique, product text);
       create table items (
         id serial primary key, o int references orders (id), p int references products (id), quantity int, unique (o, p)
       );
       insert into towns (city) select distinct city from flat where city is not null;
       insert into zips (zip, city) select distinct zip, town_no from flat join towns using (city);
       insert into customers (customer_id, customer, zip_id)
         select distinct customer_id, customer, z.id from flat left join zips as z using (zip) where customer_id is not null;
       insert into orders (order_id, customer) select distinct order_id, c.id from flat left join customers as c using (customer_id);
       insert into products (product_id, product) select distinct product_id, product from flat;
       insert into items (o, p, quantity)
         select o.id, p.id, quantity from flat join orders as o using (order_id) join products as p using (product_id);
       drop table flat;`,
    ],
    ['beside tables of an earlier step', items + orders, { setup: `${setup} ${products} ${customers} ${zips}` }],
    ['of nothing', split, { setup: `${setup} truncate flat;` }],
    [
      'of rows that are NULL all over',
      split.replaceAll(/ where \w+ is not null/g, ''),
      {
        setup: `${setup} alter table flat drop constraint flat_pkey, alter order_id drop not null, alter product_id drop not null;
        truncate flat; insert into flat select from generate_series(1, 3);`,
      },
    ],
    [
      'of a table that numbers its rows',
      `${split} drop table flat;`,
      { setup: `${setup} alter table flat drop constraint flat_pkey, add id serial primary key;` },
    ],
    [
      'with values that PostgreSQL cannot compare',
      `${split.replace('quantity from', 'quantity, doc, at from')} drop table flat;`,
      {
        setup: `${setup} alter table flat add doc json, add at point; update flat set doc = '{"a": 1}', at = '(1,2)' where order_id < 3;`,
      },
    ],
    [
      'with the rows of a view',
      split,
      { setup: `${setup} create view seen as table flat;`, params: { ...params, 'rows-of': 'seen' } },
    ],
  ])('%s passes', async (_, answer, scene) => {
    expect(await verdictOn(answer, scene)).toMatchObject({
      ok: true,
      message: expect.stringMatching(
        / in 3NF, the split is lossless, every dependency is preserved, and joining gives/,
      ) as string,
    });
  });
});

describe('a wrong design', () => {
  it.each<[string, string | null, string, Partial<Scene>?]>([
    [
      'nothing',
      null,
      'There is no table to judge: none was made since the step began, and no table’s columns changed. Views and temporary tables do not count.',
    ],
    [
      'a table in the archive',
      'create schema kept; create table kept.orders as table flat;',
      'There is no table to judge',
    ],
    [
      'a table narrowed that keeps all its rows',
      `${products + items + customers + zips}
       alter table flat drop product_id, drop product, drop quantity, drop customer, drop zip, drop city;`,
      '`flat` holds 1 row more than once, one of them 2 times.',
    ],
    [
      'a surrogate alone as the key',
      split + 'alter table items add id serial primary key;',
      '`items` is not in 3NF: `order_id, product_id -> quantity` holds in it, and nothing makes `order_id, product_id` unique: the only key that it declares is `(id)`.',
    ],
    [
      'two roles of one table',
      `${split} alter table zips add id serial primary key; alter table orders add bill int references zips (id), add ship int references zips (id);`,
      '`bill` and `ship` of `orders` both refer to the rows that `zips.id` numbers, so it cannot be told along which of them to join.',
    ],
    ['one line too many', `${split} insert into items values (1, 9, 3);`, '1 row that `flat` never had is invented.'],
    [
      'a contradiction',
      `${split} insert into zips values ('10115', 'Bonn');`,
      '3 rows that `flat` never had are invented.',
    ],
    [
      'a column that no dependency is about, lost',
      `${split} drop table flat;`,
      'No column of your tables stands for `note`.',
      { setup: `${setup} alter table flat add note text;` },
    ],
    [
      'an attribute renamed',
      split.replace('order_id, customer_id from', 'order_id as no, customer_id as client from'),
      'can give rows that were never there. No column of `orders` stands for anything that the dependencies name',
    ],
    [
      'a view in the place of a table',
      'create view orders as table flat;',
      '`orders` is a view; expected a table.',
      { params: { ...params, relations: ['orders'] } },
    ],
    [
      'a named table too few',
      split,
      'No column of your tables stands for',
      { params: { ...params, relations: ['orders', 'items'] } },
    ],
    [
      'rows of what was not there',
      split,
      '`rows-of` names `nope`, which was not there when the step began. This is a fault of the lesson, not yours.',
      { params: { ...params, 'rows-of': 'nope' } },
    ],
  ])('of %s is told of', async (_, answer, message, scene) => {
    const verdict = await verdictOn(answer, scene);
    expect([verdict.ok, verdict.message]).toEqual([false, expect.stringContaining(message)]);
    expect(verdict.finding ?? verdict.message).toBe(verdict.message);
  });

  it('shows the rows of a violation, first those that contradict it', async () => {
    const keeps = orders.replace('customer_id from', 'customer_id, zip, city from') + products + items + customers;
    expect(await verdictOn(keeps)).toMatchObject({
      message:
        '`orders` is not in 3NF: `customer_id -> zip` holds in it, and `customer_id` is no key of it. 1 fact is said in 2 rows. Also `zip -> city` holds in it, and `zip` is no key of it. 1 fact is said in 2 rows.',
      evidence: [
        { title: 'What `orders` says more than once by `customer_id -> zip`', rows: [['7', '10115', '2']] },
        { title: 'What `orders` says more than once by `zip -> city`', rows: [['10115', 'Berlin', '2']] },
      ],
    });
    expect(await verdictOn(`${keeps} update orders set city = 'Bonn' where order_id = 5;`)).toMatchObject({
      message: expect.stringContaining(
        'Also `zip -> city` holds in it, and `zip` is no key of it. Its rows contradict',
      ) as string,
      evidence: expect.arrayContaining([
        expect.objectContaining({
          title: 'Rows of `orders` that contradict `zip -> city`',
          rows: [
            ['10115', 'Berlin', '1'],
            ['10115', 'Bonn', '1'],
          ],
        }),
      ]) as unknown[],
    });
  });

  it('tells what is lossy from what is not preserved, with an example of each', async () => {
    const lossy = await verdictOn(split.replace('select order_id, product_id, quantity', 'select order_id, quantity'));
    expect(lossy.message).toContain(
      'The split is lossy: joining `customers`, `items`, `orders`, `products` and `zips` back can give rows that were never there. `products` shares no column with any other.',
    );
    expect(lossy.evidence?.[0]).toMatchObject({ title: 'Some rows that only your tables give, joined' });

    const untied = await verdictOn(`${products + orders + items + customers}
      create table cities (city_no int primary key, city text unique);
      insert into cities values (1, 'Berlin'), (2, 'Hamburg');
      create table zips as select distinct zip, city_no from flat join cities using (city);`);
    expect(untied.message).toContain(
      'The split is lossy: joining `cities`, `customers`, `items`, `orders`, `products` and `zips` back can give rows that were never there. `cities` and `zips` have a column `city_no` each, and no foreign key ties them.',
    );

    const lost = await verdictOn(
      `${products + orders + items + customers.replace(', zip', '')}
      create table homes as select distinct customer_id, zip, city from flat;`.replace(
        'customer_id, zip, city',
        'order_id, zip',
      ) + zips,
    );
    expect(lost).toMatchObject({
      message:
        '`customer_id -> zip` is not preserved: no single table can refuse two rows with the same `customer_id` and different `zip`.',
      evidence: [
        {
          title: 'Two rows that your tables would take, part by part, against `customer_id -> customer, zip`',
          rowCount: 2,
        },
      ],
    });
  });
});

describe('the goal', () => {
  it('says what is asked', () => {
    expect(normalForm.describe(v.parse(normalForm.schema, params))).toBe(
      'have every table that you make or change in 3NF, where `order_id, product_id -> quantity`, `product_id -> product`, `order_id -> customer_id`, `customer_id -> customer, zip`, `zip -> city` hold, so that each of these can still be guarded by a single table and joining the tables gives back the rows of `flat`',
    );
    const few = { form: 'BCNF', relations: ['a', 'b'], dependencies: ['x -> y'], lossless: true };
    expect(normalForm.describe(v.parse(normalForm.schema, few))).toBe(
      'have `a` and `b` in BCNF, where `x -> y` holds, so that joining the tables invents no rows',
    );
  });
});

describe('the schema', () => {
  it.each([
    [{ form: '5NF', dependencies: ['a -> b'] }, 'must be `2NF`, `3NF`, `BCNF` or `4NF`; found "5NF".'],
    [{ form: '3NF', dependencies: ['a -> '] }, 'Nothing stands right of the arrow.'],
    [{ form: '3NF', dependencies: [] }, 'must name at least one of its dependencies.'],
    [{ form: '3NF' }, 'lacks the key `dependencies`.'],
    [{ form: '3NF', dependencies: ['a -> b'], columns: ['a'] }, 'must be a map from columns to attributes'],
    [{ form: '4NF', dependencies: ['a -> b'] }, 'asks for 4NF, and names no dependency with `->>`'],
    [{ form: '3NF', dependencies: ['a -> b'], loseless: true }, 'has an unknown key `loseless`'],
  ])('refuses %o', (asked, message) => {
    const { issues = [] } = v.safeParse(normalForm.schema, asked);
    expect(issues.map((issue) => issue.message).join('\n')).toContain(message);
  });
});
