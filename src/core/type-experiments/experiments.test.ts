import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainCatalog } from '#core/catalog/plain-catalog.ts';
import type { Engine } from '#core/engine/engine.ts';
import type { RunOutcome } from '#core/engine/outcome.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { initialValues, problemWith, refusalOf, type Experiment, type ExperimentValues } from './experiment.ts';
import { experiments } from './experiments.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await createNodeEngine();
});

afterAll(() => engine.close());

async function runOf(experiment: Experiment, values: ExperimentValues): Promise<readonly RunOutcome[]> {
  const outcomes: RunOutcome[] = [];
  for (const { sql } of experiment.sides(values)) outcomes.push(await engine.probe(sql));
  return outcomes;
}

function find(id: string): Experiment {
  const found = experiments.find((experiment) => experiment.id === id);
  if (found === undefined) throw new Error(`no experiment ${id}`);
  return found;
}

/** What each side says: the cells of its last result, or the SQLSTATE. */
async function saidBy(id: string, values: ExperimentValues = {}): Promise<readonly (readonly (string | null)[])[]> {
  const experiment = find(id);
  const outcomes = await runOf(experiment, { ...initialValues(experiment), ...values });
  return outcomes.map((outcome) => {
    const refusal = refusalOf(outcome);
    if (refusal !== null) return [refusal.sqlState];
    const last = outcome.statements.at(-1);
    return last?.kind === 'done'
      ? (last.result?.rows.flat() ?? [last.command, String(last.affectedRows)])
      : ['skipped'];
  });
}

describe.each(experiments)('$title', (experiment) => {
  it('has an answer among its choices, and its sides do not agree', async () => {
    const outcomes = await runOf(experiment, initialValues(experiment));
    expect(experiment.choices.map(({ value }) => value)).toContain(experiment.answer(outcomes));
    const said = outcomes.map((outcome) =>
      JSON.stringify(
        outcome.statements.map((one) => (one.kind === 'done' ? [one.command, one.result?.rows] : one.kind)),
      ),
    );
    expect(new Set(said).size).toBeGreaterThan(1);
  });

  it('names in its sentence only what is in its SQL or its answers', async () => {
    const values = initialValues(experiment);
    const outcomes = await runOf(experiment, values);
    const known = JSON.stringify([experiment.sides(values), outcomes]).toLowerCase();
    const named = Array.from(experiment.because.matchAll(/`([^`]+)`/g), ([, words]) => words ?? '');
    const others = new Set(['double precision', 'bigint', 'sum = total', 'using name::varchar(5)']);
    expect(named.filter((words) => !known.includes(words.toLowerCase()) && !others.has(words))).toEqual([]);
  });

  it('has values that may stand, and leaves nothing behind', async () => {
    for (const field of experiment.fields) expect(problemWith(field, field.initial)).toBeNull();
    await runOf(experiment, initialValues(experiment));
    expect(await engine.catalog()).toEqual({ ok: true, value: plainCatalog() });
  });
});

describe('PostgreSQL says', () => {
  it.each<[id: string, values: ExperimentValues, said: readonly (readonly (string | null)[])[]]>([
    [
      'sum-of-payments',
      {},
      [
        ['0.9999999999999999', 'f'],
        ['1.00', 't'],
      ],
    ],
    [
      'sum-of-payments',
      { amount: '0.25' },
      [
        ['2.5', 't'],
        ['2.50', 't'],
      ],
    ],
    [
      'sum-of-two',
      {},
      [
        ['0.30000000000000004', 'f'],
        ['0.3', 't'],
      ],
    ],
    [
      'half-a-cent',
      {},
      [
        ['1', 'f'],
        ['1.0100000000000000', 't'],
      ],
    ],
    [
      'large-amount',
      {},
      [
        ['1.2345679e+06', 'f'],
        ['1234567.90', 't'],
      ],
    ],
    ['too-long', {}, [['Rowhouse', '8', 't'], ['22001'], ['22001']]],
    [
      'too-long',
      { word: 'Row  ', length: '3' },
      [
        ['Row  ', '5', 't'],
        ['Row', '3', 'f'],
        ['Row', '3', 't'],
      ],
    ],
    [
      'too-long',
      { word: "O'R\\" },
      [
        ["O'R\\", '4', 't'],
        ["O'R\\", '4', 't'],
        ["O'R\\ ", '4', 't'],
      ],
    ],
    [
      'silent-cut',
      {},
      [
        ['Rowhouse', 't'],
        ['Rowho', 'f'],
        ['Rowho', 'f'],
      ],
    ],
    [
      'blanks-at-the-end',
      {},
      [
        ['f', '3', '3', '[ab ]'],
        ['f', '3', '3', '[ab ]'],
        ['t', '5', '2', '[ab]'],
      ],
    ],
    [
      'which-day',
      {},
      [
        ['2024-03-15 23:30:00', '2024-03-15', 'f'],
        ['2024-03-16 04:30:00+01', '2024-03-16', 't'],
      ],
    ],
    [
      'day-or-24-hours',
      {},
      [
        ['2024-03-10 12:00:00-04', '1710086400'],
        ['2024-03-10 13:00:00-04', '1710090000'],
      ],
    ],
    [
      'missing-hour',
      {},
      [
        ['2024-03-10 02:30:00', 't'],
        ['2024-03-10 03:30:00-04', 'f'],
      ],
    ],
    ['misspelt-key', {}, [['{"name": "Bread", "prcie": 3.20}', null], ['42703']]],
    ['wrong-type', {}, [['{"name": "Bread", "price": "cheap"}'], ['22P02']]],
    ['stray-reference', {}, [['{"customer_id": 99}'], ['23503']]],
    [
      'renamed-key',
      {},
      [
        ['UPDATE', '1000'],
        ['ALTER TABLE', 'null'],
      ],
    ],
    ['one-more', {}, [['22003'], ['2147483648', 'f']]],
    ['ids-that-run-out', {}, [['2200H'], ['32767', 'A1', '32768', 'A2']]],
  ])('%s %j', async (id, values, said) => {
    expect(await saidBy(id, values)).toEqual(said);
  });
});

describe('a value', () => {
  it('is refused before it could become SQL', () => {
    const [amount] = find('half-a-cent').fields;
    if (amount === undefined) throw new Error('no field');
    for (const text of ['', '1; drop table x', "1'", '1e400', '-5', 'NaN'])
      expect(problemWith(amount, text)).not.toBeNull();
    expect(problemWith(amount, '2.675')).toBeNull();
  });
});
