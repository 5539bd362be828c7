import * as fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { createJudge, verdictOf } from '#content/fixtures/create-judge.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import type { ResultSet } from '#core/engine/outcome.ts';
import { contradictionsIn } from '#core/normalization/violating-rows.ts';
import { dependency } from './dependency.ts';
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
  create table books (course text, teacher text, "Book" text);
  insert into books values ('db', 'Ann', 'Date'), ('db', 'Bob', 'Date'), ('db', 'Ann', null), ('db', 'Bob', null);
  create table taught as table books;
  delete from taught where (teacher, "Book") = ('Bob', 'Date');
  create view seen as select zip, city from flat where id < 4;
`;

async function verdictOn(params: unknown) {
  return verdictOf(await judge({ setup, kind: 'dependency', params }));
}

describe('dependency', () => {
  it.each([
    [{ table: 'flat', holds: 'id -> zip, city' }, '`id -> zip, city` holds in `flat`.'],
    [{ table: 'flat', holds: 'zip, city -> "Mixed Case"' }, '`zip, city -> "Mixed Case"` holds in `flat`.'],
    [{ table: 'books', holds: 'course ->> teacher' }, '`course ->> teacher` holds in `books`.'],
    [{ table: 'books', holds: 'COURSE ->> "Book"' }, '`course ->> "Book"` holds in `books`.'],
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

  it('shows a missing combination between the rows that call for it', async () => {
    expect(await verdictOn({ table: 'taught', holds: 'course ->> teacher' })).toMatchObject({
      ok: false,
      message:
        '`course ->> teacher` does not hold in `taught`. 1 value of `course` lacks combinations of `teacher` with the other columns.',
      evidence: [
        {
          columns: [{ name: 'course' }, { name: 'teacher' }, { name: 'Book' }, { name: 'there' }],
          rows: [
            ['db', 'Bob', null, 'yes'],
            ['db', 'Ann', 'Date', 'yes'],
            ['db', 'Bob', 'Date', 'no'],
          ],
        },
      ],
    });
    expect(await verdictOn({ table: 'taught', violated: 'course ->> teacher' })).toMatchObject({ ok: true });
    expect(await verdictOn({ table: 'books', violated: 'course ->> teacher' })).toMatchObject({
      ok: false,
      message:
        '`course ->> teacher` still holds in every row of `books`. Expected two rows with the same `course` whose `teacher`, exchanged, would make a row that is not there.',
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

describe('the schema', () => {
  it.each([
    [{ table: 'flat', holds: 'zip' }, 'There is no arrow here. Write what determines on its left: `a, b -> c`.'],
    [{ table: 'flat', holds: 'zip ->' }, 'Nothing stands right of the arrow.'],
    [{ table: 'flat', holds: 'a b -> c' }, 'Put a comma before `b`.'],
    [{ table: 'flat', violated: 'a -> b -> c' }, 'This is a second arrow. Give each dependency a line of its own.'],
    [{ table: 'flat', violated: 'a -> b; b -> c' }, 'Give each dependency an item of its own.'],
    [{ table: 'flat', holds: 'a, b -> b' }, '`b` stands on both sides. This is always true and is left out.'],
  ])('refuses %o', (params, reason) => {
    const { issues = [] } = v.safeParse(dependency.schema, params);
    expect(issues.map(({ message }) => message).join('\n')).toContain(reason);
  });
});
