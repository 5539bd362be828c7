import { cellOf, literal, type Experiment } from './experiment.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'America/Los_Angeles', 'Asia/Tokyo', 'UTC'];

const whichDay: Experiment = {
  id: 'which-day',
  group: 'Time',
  title: 'An order late in the evening',
  question: ({ zone }) =>
    `An order is made at 23:30 in New York. On which side does somebody in ${zone?.split('/').at(-1)?.replace('_', ' ') ?? ''} see the moment at which it really was?`,
  fields: [{ name: 'zone', label: 'Read in', initial: 'Europe/Berlin', input: { kind: 'choice', choices: zones } }],
  choices: [
    { value: 'second', label: 'Only with time zone' },
    { value: 'both', label: 'On both' },
    { value: 'first', label: 'Only without' },
    { value: 'neither', label: 'On neither' },
  ],
  sides: ({ zone = 'UTC' }) =>
    ['timestamp', 'timestamptz'].map((type) => ({
      label: type,
      sql: `create temporary table orders (ordered_at ${type});
set time zone 'America/New_York';
insert into orders values ('2024-03-15 23:30');
set time zone ${literal(zone)};
select ordered_at, ordered_at::date as day,
  ordered_at::timestamptz = timestamptz '2024-03-15 23:30 America/New_York' as "is that moment"
from orders;`,
    })),
  answer: ([plain, zoned]) => {
    const [one, other] = [cellOf(plain, 2), cellOf(zoned, 2)];
    if (one === null || other === null) return null;
    if (one === 't') return other === 't' ? 'both' : 'first';
    return other === 't' ? 'second' : 'neither';
  },
  because:
    '`timestamp` is what a clock on a wall shows, and does not know which wall: it is read as the reader’s own. `timestamptz` is a moment, stored in UTC and shown in the zone that `set time zone` says; it keeps no zone either.',
};

const dayOrHours: Experiment = {
  id: 'day-or-24-hours',
  group: 'Time',
  title: 'A day, and 24 hours',
  question: ({ date }) => `In New York it is noon on ${date}. Are one day later and 24 hours later the same moment?`,
  fields: [
    {
      name: 'date',
      label: 'Day',
      initial: '2024-03-09',
      input: { kind: 'choice', choices: ['2024-03-09', '2024-06-15', '2024-11-02'] },
    },
  ],
  choices: [
    { value: 'same', label: 'The same' },
    { value: 'day-first', label: 'One day comes first' },
    { value: 'hours-first', label: '24 hours come first' },
  ],
  sides: ({ date = '' }) =>
    ['1 day', '24 hours'].map((span) => ({
      label: `interval '${span}'`,
      sql: `set time zone 'America/New_York';
select later, extract(epoch from later)::bigint as seconds
from (select timestamptz '${date} 12:00' + interval '${span}' as later) as one;`,
    })),
  answer: ([day, hours]) => {
    const [one, other] = [cellOf(day, 1), cellOf(hours, 1)];
    if (one === null || other === null) return null;
    if (one === other) return 'same';
    return BigInt(one) < BigInt(other) ? 'day-first' : 'hours-first';
  },
  because:
    'In March the night has an hour less, in November one more. `1 day` goes to the same time on the next day, `24 hours` goes on for so long. Say which one is meant; PostgreSQL can not know.',
};

const missingHour: Experiment = {
  id: 'missing-hour',
  group: 'Time',
  title: 'An hour that never was',
  question: ({ time }) =>
    `On 10 March 2024 the clocks of New York went from 2:00 to 3:00. Which side stores ${time} as it was written?`,
  fields: [
    {
      name: 'time',
      label: 'Time',
      initial: '02:30',
      input: { kind: 'choice', choices: ['01:30', '02:30', '03:30'] },
    },
  ],
  choices: [
    { value: 'tf', label: 'Only without time zone' },
    { value: 'tt', label: 'Both' },
    { value: 'ft', label: 'Only with' },
    { value: 'refused', label: 'It is refused' },
  ],
  sides: ({ time = '' }) =>
    ['timestamp', 'timestamptz'].map((type) => ({
      label: type,
      sql: `set time zone 'America/New_York';
create temporary table shift (begins_at ${type});
insert into shift values ('2024-03-10 ${time}');
select begins_at, to_char(begins_at, 'HH24:MI') = '${time}' as "as written" from shift;`,
    })),
  answer: (outcomes) => {
    const cells = outcomes.map((outcome) => cellOf(outcome, 1));
    return cells.every((cell) => cell === null) ? 'refused' : cells.map((cell) => cell ?? 'f').join('');
  },
  because:
    '`timestamp` stores any time that a clock could show, also one that nobody has lived through. `timestamptz` has to find the moment: what falls into the gap is taken an hour later.',
};

export const timeExperiments: readonly Experiment[] = [whichDay, dayOrHours, missingHour];
