import type { RunOutcome } from '#core/engine/outcome.ts';
import { literal, refusalOf, type Choice, type Experiment } from './experiment.ts';

const choices: readonly Choice[] = [
  { value: 'second', label: 'Only the columns' },
  { value: 'both', label: 'Both' },
  { value: 'first', label: 'Only jsonb' },
  { value: 'neither', label: 'Neither' },
];

function whoRefuses([json, columns]: readonly RunOutcome[]): string | null {
  if (json === undefined || columns === undefined) return null;
  const [one, other] = [refusalOf(json) !== null, refusalOf(columns) !== null];
  if (one) return other ? 'both' : 'first';
  return other ? 'second' : 'neither';
}

const misspelt: Experiment = {
  id: 'misspelt-key',
  group: 'JSON',
  title: 'A slip of the pen',
  question: ({ key }) => `A product comes with a price under the name ‘${key}’. Which side refuses it?`,
  fields: [{ name: 'key', label: 'Name', initial: 'prcie', input: { kind: 'choice', choices: ['prcie', 'price'] } }],
  choices,
  sides: ({ key = '' }) => [
    {
      label: 'jsonb',
      sql: `create temporary table product (spec jsonb);
insert into product values ('{"name": "Bread", "${key}": 3.20}');
select spec, (spec ->> 'price')::numeric as price from product;`,
    },
    {
      label: 'columns',
      sql: `create temporary table product (name text, price numeric);
insert into product (name, ${key}) values ('Bread', 3.20);
select name, price from product;`,
    },
  ],
  answer: whoRefuses,
  because:
    'To `jsonb` any key is as good as another: the price is there under a name that nobody asks for. A column has a name, and PostgreSQL says `42703` when it is another.',
};

const wrongType: Experiment = {
  id: 'wrong-type',
  group: 'JSON',
  title: 'A price that is no number',
  question: ({ price }) => `A product comes with the price ‘${price}’. Which side refuses it when it is stored?`,
  fields: [{ name: 'price', label: 'Price', initial: 'cheap', input: { kind: 'text', longest: 20 } }],
  choices,
  sides: ({ price = '' }) => [
    {
      label: 'jsonb',
      sql: `create temporary table product (spec jsonb);
insert into product values (jsonb_build_object('name', 'Bread', 'price', ${literal(price)}));
select spec from product;`,
    },
    {
      label: 'columns',
      sql: `create temporary table product (name text, price numeric);
insert into product values ('Bread', ${literal(price)});
select name, price from product;`,
    },
  ],
  answer: whoRefuses,
  because:
    'Inside of `jsonb` each row has types of its own, and the mistake comes to light when somebody sums. A `numeric` column refuses at once, with `22P02`, and tells who made it.',
};

const strayReference: Experiment = {
  id: 'stray-reference',
  group: 'JSON',
  title: 'A customer who does not exist',
  question: ({ customer }) =>
    `There is one customer, 1. An order of customer ${customer} comes in. Which side refuses it?`,
  fields: [
    {
      name: 'customer',
      label: 'Customer',
      initial: '99',
      input: { kind: 'number', isWhole: true, least: 1, most: 1000 },
    },
  ],
  choices,
  sides: ({ customer = '' }) => [
    {
      label: 'jsonb',
      sql: `create temporary table customer (id int primary key);
insert into customer values (1);
create temporary table orders (data jsonb);
insert into orders values ('{"customer_id": ${customer}}');
select data from orders;`,
    },
    {
      label: 'columns',
      sql: `create temporary table customer (id int primary key);
insert into customer values (1);
create temporary table orders (customer_id int references customer);
insert into orders values (${customer});
select customer_id from orders;`,
    },
  ],
  answer: whoRefuses,
  because:
    'A foreign key can be of columns only: what `jsonb` says of a customer, nobody checks. The column refuses with `23503`.',
};

const renamed: Experiment = {
  id: 'renamed-key',
  group: 'JSON',
  title: 'A name for all rows',
  question: ({ rows }) => `In ${rows} products, ‘colour’ is to be called ‘color’. Which side has to write every row?`,
  fields: [
    { name: 'rows', label: 'Rows', initial: '1000', input: { kind: 'number', isWhole: true, least: 1, most: 20_000 } },
  ],
  choices: [
    { value: 'first', label: 'Only jsonb' },
    { value: 'both', label: 'Both' },
    { value: 'second', label: 'Only the columns' },
    { value: 'neither', label: 'Neither' },
  ],
  sides: ({ rows = '' }) => [
    {
      label: 'jsonb',
      sql: `create temporary table product (spec jsonb);
insert into product select '{"name": "Bread", "colour": "brown"}' from generate_series(1, ${rows});
update product set spec = spec - 'colour' || jsonb_build_object('color', spec -> 'colour');`,
    },
    {
      label: 'columns',
      sql: `create temporary table product (name text, colour text);
insert into product select 'Bread', 'brown' from generate_series(1, ${rows});
alter table product rename column colour to color;`,
    },
  ],
  answer: ([json, columns]) => {
    const [one, other] = [json, columns].map((outcome) => {
      const last = outcome?.statements.at(-1);
      return last?.kind === 'done' ? (last.affectedRows ?? 0) > 0 : null;
    });
    if (one == null || other == null) return null;
    if (one) return other ? 'both' : 'first';
    return other ? 'second' : 'neither';
  },
  because:
    'In `jsonb` the names stand in every row, and every row is written anew with all that is in it. The name of a column stands once, in the catalog.',
};

export const jsonExperiments: readonly Experiment[] = [misspelt, wrongType, strayReference, renamed];
