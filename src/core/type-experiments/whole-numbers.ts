import { refusalOf, type Experiment } from './experiment.ts';

const overflow: Experiment = {
  id: 'one-more',
  group: 'Whole numbers',
  title: 'One more',
  question: ({ number }) => `One is added to a counter that stands at ${number}. Which side can go on?`,
  fields: [
    {
      name: 'number',
      label: 'Counter',
      initial: '2147483647',
      input: { kind: 'number', isWhole: true, least: 0, most: 2_147_483_647 },
    },
  ],
  choices: [
    { value: 'second', label: 'Only bigint' },
    { value: 'both', label: 'Both' },
    { value: 'wrapped', label: 'Both, but integer starts again below zero' },
  ],
  sides: ({ number }) =>
    ['integer', 'bigint'].map((type) => ({
      label: type,
      sql: `create temporary table visits (count ${type});
insert into visits values (${number});
update visits set count = count + 1 returning count, count < 0 as "below zero";`,
    })),
  answer: ([small, large]) => {
    if (small === undefined || large === undefined || refusalOf(large) !== null) return null;
    if (refusalOf(small) !== null) return 'second';
    const last = small.statements.at(-1);
    return last?.kind === 'done' && last.result?.rows[0]?.[1] === 't' ? 'wrapped' : 'both';
  },
  because:
    'PostgreSQL never lets a number wrap round: what does not fit is refused, with `22003`, and from then on every insert is. `integer` ends at two thousand million; `bigint` does not in anybody’s lifetime.',
};

const ranOut: Experiment = {
  id: 'ids-that-run-out',
  group: 'Whole numbers',
  title: 'Ids that run out',
  question: ({ next }) => `The next id is ${next}. Two rows are inserted. Which side takes both?`,
  fields: [
    {
      name: 'next',
      label: 'Next id',
      initial: '32767',
      input: { kind: 'number', isWhole: true, least: 1, most: 32_767 },
    },
  ],
  choices: [
    { value: 'second', label: 'Only integer' },
    { value: 'both', label: 'Both' },
    { value: 'neither', label: 'Neither' },
  ],
  sides: ({ next }) =>
    ['smallint', 'integer'].map((type) => ({
      label: `${type} identity`,
      sql: `create temporary table ticket (id ${type} generated always as identity (start with ${next}) primary key, seat text);
insert into ticket (seat) values ('A1');
insert into ticket (seat) values ('A2');
select id, seat from ticket order by id;`,
    })),
  answer: ([small, large]) => {
    if (small === undefined || large === undefined) return null;
    if (refusalOf(large) !== null) return 'neither';
    return refusalOf(small) === null ? 'both' : 'second';
  },
  because:
    'The sequence behind an id ends where its type ends, and then says `2200H` to every insert, on the busiest day. Deleting old rows gives no number back. For ids, `bigint` costs four bytes and ends the question.',
};

export const wholeNumberExperiments: readonly Experiment[] = [overflow, ranOut];
