import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { CellText, ResultSet } from '#core/engine/outcome.ts';
import type { FunctionalDependency, RelationScheme } from '#core/relational/dependency.ts';
import { synthesizeThirdNormalForm } from '#core/relational/third-normal-form-synthesis.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { compareRows } from './compare-rows.ts';
import { joinQuery } from './join-query.ts';
import { designOf, table } from './test-designs.ts';

const engine = await createNodeEngine();
afterAll(() => engine.close());

/** The last result of a script of which nothing remains. */
async function ask(sql: string): Promise<ResultSet> {
  const last = (await engine.probe(sql)).statements.at(-1);
  if (last?.kind !== 'done' || last.result === null) throw new Error(JSON.stringify(last));
  return last.result;
}

type Row = readonly (number | null)[];
const attributes = ['a', 'b', 'c', 'd'];
const cell = fc.constantFrom(1, 2, 3, null);
const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 });

function flatOf(all: readonly Row[]): string {
  const values = all.map((row) => `(${row.map((value) => value ?? 'null').join(', ')})`);
  return `create table flat (a int, b int, c int, d int); insert into flat values ${values.join(', ')};`;
}

/** The dependencies with a left side of one or two columns that hold, NULL being one value. */
function holdingIn(flat: readonly Row[]): readonly FunctionalDependency[] {
  const pick = (row: Row, names: readonly string[]): string =>
    JSON.stringify(names.map((name) => row[attributes.indexOf(name)]));
  const sides = attributes.flatMap((one, place) => [
    [one],
    ...attributes.slice(place + 1).map((other) => [one, other]),
  ]);
  return sides.flatMap((determinant) =>
    attributes
      .filter((name) => !determinant.includes(name))
      .filter((name) => {
        const all = [...determinant, name];
        return (
          new Set(flat.map((row) => pick(row, all))).size === new Set(flat.map((row) => pick(row, determinant))).size
        );
      })
      .map((name) => ({ determinant, dependents: [name] })),
  );
}

describe('joinQuery', () => {
  it('gives back the rows of every lossless split, NULLs included', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (flat) => {
        const scheme: RelationScheme = { attributes, functional: holdingIn(flat), multivalued: [] };
        const parts = synthesizeThirdNormalForm(scheme).parts.map((part) => part.scheme.attributes);
        const design = designOf(
          attributes.join(', '),
          parts.map((part, place) => table(`t${place}`, part.join(', '))),
        );
        const made = parts.map(
          (part, place) => `create table t${place} as select distinct ${part.join(', ')} from flat;`,
        );
        const query = joinQuery(design, scheme, attributes, { rows: 1000 });
        const joined = await ask([flatOf(flat), ...made, query].join('\n'));
        const original = await ask(`${flatOf(flat)} table flat`);
        expect(compareRows(original, joined)).toEqual({ lost: [], invented: [], isComplete: true });
      }),
      { numRuns: 25 },
    );
  });
});

const columns = [{ name: 'n', type: 'numeric', typeOid: 1700, kind: 'number' }] as const;

function resultOf(cells: readonly (readonly CellText[])[], extra: readonly string[] = []): ResultSet {
  const asked = extra.map((name) => ({ name, type: 'boolean', typeOid: 16, kind: 'boolean' as const }));
  return { columns: [...columns, ...asked], rows: cells, rowCount: cells.length };
}

describe('compareRows', () => {
  it('takes rows as sets, numbers by value, and lets a row that is not asked for be there or not', () => {
    const original = resultOf([['1.50'], ['1.5'], ['2'], [null]]);
    const joined = resultOf(
      [
        ['1.5', 't'],
        ['3', 'f'],
        ['4', 't'],
        ['2.0', 'f'],
      ],
      ['asked'],
    );
    expect(compareRows(original, joined)).toEqual({ lost: [[null]], invented: [['4']], isComplete: true });
  });

  it('says nothing of rows that it could not see', () => {
    const cut = { ...resultOf([['1', 't']], ['asked']), rowCount: 2 };
    expect(compareRows(resultOf([['2']]), cut)).toEqual({ lost: [], invented: [['1']], isComplete: false });
  });
});
