import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { CellText } from '#core/engine/outcome.ts';
import type { RowSource } from './row-source.ts';
import { contradictionsIn, missingCombinationCount, missingCombinations, repetitionsIn } from './violating-rows.ts';
import { createNodeEngine } from '#engine/node-engine.ts';

const engine = await createNodeEngine();
afterAll(() => engine.close());

async function rowsOf(sql: string): Promise<readonly (readonly CellText[])[]> {
  const [statement] = (await engine.probe(sql)).statements;
  if (statement?.kind !== 'done') throw new Error(JSON.stringify(statement));
  return statement.result?.rows ?? [];
}

type Cells = readonly [CellText, CellText, CellText];

function valuesOf(rows: readonly Cells[], columns: RowSource['columns'] = []): RowSource {
  const texts = rows.map((row) => `(${row.map((cell) => (cell === null ? 'null::text' : `'${cell}'`)).join(', ')})`);
  const list =
    texts.length === 0 ? 'select null::text, null::text, null::text where false' : `values ${texts.join(', ')}`;
  return { sql: `(${list}) as t (a, b, c)`, columns };
}

const cell = fc.constantFrom('1', '2', '3', null);
const tables = fc.array(fc.tuple(cell, cell, cell), { maxLength: 10 });

describe('missingCombinations', () => {
  it('shows the two rows that call for a combination, and the one that is missing', async () => {
    const source = valuesOf([
      ['db', 'Ann', 'Date'],
      ['db', 'Bob', 'Codd'],
      ['db', 'Bob', 'Date'],
    ]);
    const rule = { determinant: ['a'], dependents: ['b'] };
    expect(await rowsOf(missingCombinations(source, rule, ['a', 'b', 'c']))).toEqual([
      ['db', 'Ann', 'Date', 'yes'],
      ['db', 'Bob', 'Codd', 'yes'],
      ['db', 'Ann', 'Codd', 'no'],
    ]);
    expect(await rowsOf(missingCombinationCount(source, rule, ['a', 'b', 'c']))).toEqual([['1', '1']]);
  });

  it('finds as many as trying every pair of rows does', async () => {
    const rules = [
      { determinant: ['a'], dependents: ['b'] },
      { determinant: ['b'], dependents: ['a', 'b'] },
      { determinant: [], dependents: ['c'] },
      { determinant: ['a', 'b'], dependents: ['c'] },
      { determinant: ['c'], dependents: [] },
    ];
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(...rules), async (table, rule) => {
        const wanted = missingByHand(table, rule);
        const names = ['a', 'b', 'c'];
        const shown = await rowsOf(missingCombinations(valuesOf(table), rule, names, 1_000));
        const [count] = await rowsOf(missingCombinationCount(valuesOf(table), rule, names));
        expect(count?.[1]).toBe(String(wanted.size));
        const order = [...new Set([...rule.determinant, ...rule.dependents, ...names])];
        const inOrder = (row: readonly CellText[]): string =>
          JSON.stringify(names.map((name) => row[order.indexOf(name)] ?? null));
        const here = new Set(table.map((row) => JSON.stringify(row)));
        const missing = shown.filter((row) => row[3] === 'no').map(inOrder);
        expect(missing.toSorted()).toEqual([...wanted].toSorted());
        expect(shown.filter((row) => row[3] === 'yes').every((row) => here.has(inOrder(row)))).toBe(true);
        expect(shown).toHaveLength(3 * wanted.size);
      }),
      { numRuns: 40 },
    );
  });
});

function missingByHand(
  table: readonly Cells[],
  rule: { readonly determinant: readonly string[]; readonly dependents: readonly string[] },
): ReadonlySet<string> {
  const at = (row: Cells, name: string): CellText => row['abc'.indexOf(name)] ?? null;
  const here = new Set(table.map((row) => JSON.stringify(row)));
  const missing = new Set<string>();
  for (const one of table) {
    for (const other of table) {
      if (!rule.determinant.every((name) => at(one, name) === at(other, name))) continue;
      const asked = JSON.stringify(
        ['a', 'b', 'c'].map((name) =>
          [...rule.determinant, ...rule.dependents].includes(name) ? at(one, name) : at(other, name),
        ),
      );
      if (!here.has(asked)) missing.add(asked);
    }
  }
  return missing;
}

describe('types that PostgreSQL cannot compare', () => {
  it('are compared by what they print', async () => {
    const columns = [
      { name: 'a', type: 'json' },
      { name: 'b', type: 'point[]' },
    ];
    const sql = `(values ('{"n":1}'::json, array['(1,2)'::point]), ('{"n":1}'::json, array['(1,3)'::point])) as t (a, b)`;
    expect(await rowsOf(contradictionsIn({ sql, columns }, { determinant: ['a'], dependents: ['b'] }))).toEqual([
      ['{"n":1}', '{"(1,2)"}', '1'],
      ['{"n":1}', '{"(1,3)"}', '1'],
    ]);
  });
});

describe('repetitionsIn', () => {
  it('counts how often each fact is said, but not what nothing is said of', async () => {
    const source = valuesOf([
      ['1', 'x', '7'],
      ['2', 'x', '7'],
      ['3', null, null],
      ['4', null, null],
      ['5', 'y', '8'],
      ['6', null, '9'],
      ['7', null, '9'],
    ]);
    expect(await rowsOf(repetitionsIn(source, { determinant: ['b'], dependents: ['c'] }))).toEqual([
      ['x', '7', '2'],
      [null, '9', '2'],
    ]);
  });
});

describe('an empty determinant', () => {
  it('asks that all rows agree', async () => {
    const source = valuesOf([
      ['1', 'x', null],
      ['2', 'x', null],
    ]);
    expect(await rowsOf(contradictionsIn(source, { determinant: [], dependents: ['a'] }))).toHaveLength(2);
    expect(await rowsOf(contradictionsIn(source, { determinant: [], dependents: ['b', 'c'] }))).toEqual([]);
  });
});
