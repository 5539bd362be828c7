import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createJudge, verdictOf } from '#content/fixtures/create-judge.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import type { ResultSet } from '#core/engine/outcome.ts';
import { contradictionsIn } from '#core/normalization/violating-rows.ts';
import { readDependency } from './dependency.ts';
import { ask } from './run-answers.ts';
import { quoteText } from './sql-names.ts';

const engine = await createNodeEngine();
const judge = await createJudge(engine);
afterAll(() => engine.close());

const setup = `
  create table flat (id int, zip text, city text, "Mixed Case" int);
  insert into flat values
    (1, '10115', 'Berlin', 1), (2, '10115', 'Berlin', 1), (3, '20095', 'Hamburg', 1),
    (4, '20095', 'Hamburg-Mitte', 1), (5, null, 'Bonn', 1), (6, null, null, 1);
  create view seen as select zip, city from flat where id < 4;
`;

async function verdictOn(params: unknown) {
  return verdictOf(await judge({ setup, kind: 'dependency', params }));
}

describe('dependency', () => {
  it.each([
    [{ table: 'flat', holds: 'id -> zip, city' }, '`id -> zip, city` holds in `flat`.'],
    [{ table: 'flat', holds: 'zip, city -> "Mixed Case"' }, '`zip, city -> "Mixed Case"` holds in `flat`.'],
    [{ table: 'flat', holds: 'zip, city -> city' }, '`zip, city -> city` holds in `flat`.'],
    [{ table: 'seen', holds: 'zip -> city' }, '`zip -> city` holds in `seen`.'],
    [{ table: 'public.seen', holds: 'ZIP -> City' }, '`zip -> city` holds in `public.seen`.'],
  ])('holds for %o', async (params, message) => {
    expect(await verdictOn(params)).toEqual({ ok: true, message });
  });

  it('shows each determinant beside its different values, NULL being one of them', async () => {
    expect(await verdictOn({ table: 'flat', holds: 'zip -> city' })).toMatchObject({
      ok: false,
      message: '`zip -> city` does not hold in `flat`. 2 values of `zip` stand beside different values of `city`.',
      evidence: [
        {
          title: 'Rows of `flat` that contradict `zip -> city`',
          columns: [{ name: 'zip' }, { name: 'city' }, { name: 'rows' }],
          rows: [
            ['20095', 'Hamburg', '1'],
            ['20095', 'Hamburg-Mitte', '1'],
            [null, 'Bonn', '1'],
            [null, null, '1'],
          ],
          rowCount: 4,
        },
      ],
    });
  });

  it('proves a violation that is asked for', async () => {
    const verdict = await verdictOn({ table: 'flat', violated: 'zip -> city' });
    expect(verdict).toMatchObject({
      ok: true,
      message: '`zip -> city` is violated in `flat`.',
      evidence: [{ rowCount: 4 }],
    });
  });

  it('says that a violation is missing', async () => {
    expect(await verdictOn({ table: 'flat', violated: 'id -> zip' })).toEqual({
      ok: false,
      message:
        '`id -> zip` still holds in every row of `flat`. Expected at least two rows with the same `id` and different `zip`.',
    });
  });

  it.each([
    [{ table: 'flt', holds: 'id -> zip' }, 'There is no table `flt`. Did you mean `flat`?'],
    [{ table: 'flat', holds: 'id -> town' }, '`flat` has no column `town`.'],
    [{ table: 'flat', holds: 'id -> zpi' }, '`flat` has no column `zpi`. Did you mean `zip`?'],
  ])('refuses %o', async (params, message) => {
    expect(await verdictOn(params)).toEqual({ ok: false, message });
  });

  it('agrees with comparing every row with every other', async () => {
    const cell = fc.constantFrom('a', 'b', null);
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    const rules = [
      { determinant: ['a'], dependents: ['b'] },
      { determinant: ['a', 'b'], dependents: ['c'] },
      { determinant: ['c'], dependents: ['a', 'b'] },
    ];
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(...rules), async (table, rule) => {
        const values = table.map(
          (row) => `(${row.map((value) => (value === null ? 'null::text' : quoteText(value))).join(', ')})`,
        );
        const asked = await ask(
          engine,
          contradictionsIn({ sql: `(values ${values.join(', ')}) as t (a, b, c)`, columns: [] }, rule),
        );
        const found = asked.ok ? (asked.value as ResultSet).rowCount > 0 : null;
        expect(found).toBe(isContradicted(table, rule));
      }),
      { numRuns: 40 },
    );
  });
});

type Cells = readonly (string | null)[];

function isContradicted(
  table: readonly Cells[],
  rule: { readonly determinant: readonly string[]; readonly dependents: readonly string[] },
): boolean {
  const agree = (one: Cells, other: Cells, names: readonly string[]): boolean =>
    pick(one, names) === pick(other, names);
  return table.some((one) =>
    table.some((other) => agree(one, other, rule.determinant) && !agree(one, other, rule.dependents)),
  );
}

function pick(row: Cells, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => row['abc'.indexOf(name)]));
}

describe('readDependency', () => {
  it.each([
    ['zip -> city', { determinant: ['zip'], dependents: ['city'] }],
    ['A,"B c"->D , "e""f"', { determinant: ['a', 'B c'], dependents: ['d', 'e"f'] }],
  ])("reads %s under SQL's quoting", (source, expected) => {
    expect(readDependency(source)).toEqual(expected);
  });

  it.each(['zip', '-> city', 'zip ->', 'zip => city', 'zip ->> city', 'a b -> c', 'a, -> c', 'a -> b -> c', '"a -> b'])(
    'refuses %s',
    (source) => {
      expect(readDependency(source)).toBeNull();
    },
  );
});
