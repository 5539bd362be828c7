import type { RunOutcome } from '#core/engine/outcome.ts';
import { cellOf, type Choice, type Experiment } from './experiment.ts';

const choices: readonly Choice[] = [
  { value: 'both', label: 'Both' },
  { value: 'second', label: 'Only numeric' },
  { value: 'first', label: 'Only the float' },
  { value: 'neither', label: 'Neither' },
];

/** Which of two sides says `t` in a cell of its answer. */
function whoIsTrue(place: number): (outcomes: readonly RunOutcome[]) => string | null {
  return ([float, exact]) => {
    const [one, other] = [cellOf(float, place), cellOf(exact, place)];
    if (one === null || other === null) return null;
    if (one === 't') return other === 't' ? 'both' : 'first';
    return other === 't' ? 'second' : 'neither';
  };
}

const sumOfPayments: Experiment = {
  id: 'sum-of-payments',
  group: 'Money',
  title: 'A sum of small payments',
  question: ({ count, amount }) =>
    `${count} payments of ${amount} are summed. Which side says exactly ${count} × ${amount}?`,
  fields: [
    {
      name: 'count',
      label: 'Payments',
      initial: '10',
      input: { kind: 'number', isWhole: true, least: 1, most: 100_000 },
    },
    {
      name: 'amount',
      label: 'Each',
      initial: '0.10',
      input: { kind: 'number', isWhole: false, least: 0, most: 1_000_000 },
    },
  ],
  choices,
  sides: ({ count, amount }) =>
    ['double precision', 'numeric'].map((type) => ({
      label: type,
      sql: `create temporary table payments (amount ${type});
insert into payments
  select ${amount} from generate_series(1, ${count});
select sum(amount) as total,
  sum(amount) = ${count} * ${amount} as "is it exact"
from payments;`,
    })),
  answer: whoIsTrue(1),
  because:
    'A binary fraction can not hold a tenth, as a decimal one can not hold a third: each `double precision` is a little off, and a sum gathers it. `numeric` counts in decimals, as money does.',
};

const sumOfTwo: Experiment = {
  id: 'sum-of-two',
  group: 'Money',
  title: 'Two prices and their total',
  question: ({ one, other, total }) => `Is ${one} + ${other} = ${total}? Which side says yes?`,
  fields: ['one', 'other', 'total'].map((name, place) => ({
    name,
    label: ['A price', 'Another', 'The total'][place] ?? name,
    initial: ['0.1', '0.2', '0.3'][place] ?? '0',
    input: { kind: 'number' as const, isWhole: false, least: -1_000_000, most: 1_000_000 },
  })),
  choices,
  sides: ({ one, other, total }) =>
    ['double precision', 'numeric'].map((type) => ({
      label: type,
      sql: `select ${type} '${one}' + ${type} '${other}' as sum,
  ${type} '${one}' + ${type} '${other}' = ${type} '${total}' as equal;`,
    })),
  answer: whoIsTrue(1),
  because:
    'Equal is equal to the last bit. In `double precision` the sum and the total are rounded each for itself, and a check such as `sum = total` fails for no reason that anybody sees.',
};

const halfACent: Experiment = {
  id: 'half-a-cent',
  group: 'Money',
  title: 'Half a cent, rounded',
  question: ({ price }) => `${price} is rounded to cents. Which side rounds half a cent up?`,
  fields: [
    {
      name: 'price',
      label: 'Price',
      initial: '1.005',
      input: { kind: 'number', isWhole: false, least: 0, most: 1_000_000 },
    },
  ],
  choices,
  sides: ({ price }) =>
    ['double precision', 'numeric'].map((type) => ({
      label: type,
      sql: `select round(price * 100) / 100 as rounded,
  round(price * 100) / 100 > price as "went up"
from (select ${type} '${price}' as price) as offer;`,
    })),
  answer: whoIsTrue(1),
  because:
    'Stored as `double precision`, half a cent is a little less or more than half, and an exact half goes to the even neighbour. `numeric` rounds halves away from zero, as a bookkeeper expects.',
};

const largeAmount: Experiment = {
  id: 'large-amount',
  group: 'Money',
  title: 'A large amount and a cent',
  question: ({ balance }) => `A cent is paid into an account with ${balance}. On which side has the balance grown?`,
  fields: [
    {
      name: 'balance',
      label: 'Balance',
      initial: '1234567.89',
      input: { kind: 'number', isWhole: false, least: 0, most: 1e14 },
    },
  ],
  choices,
  sides: ({ balance }) =>
    ['real', 'numeric'].map((type) => ({
      label: type,
      sql: `create temporary table account (balance ${type});
insert into account values (${balance});
update account set balance = balance + 0.01;
select balance,
  balance > ${type} '${balance}' as grown
from account;`,
    })),
  answer: whoIsTrue(1),
  because:
    '`real` has six or seven digits in all: of a large amount the cents are not stored, and adding one changes nothing. `double precision` has fifteen, `numeric` as many as are needed.',
};

export const moneyExperiments: readonly Experiment[] = [sumOfPayments, sumOfTwo, halfACent, largeAmount];
