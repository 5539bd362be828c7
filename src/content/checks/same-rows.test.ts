import { afterAll, describe, expect, it } from 'vitest';
import { createJudge, verdictOf } from '#content/fixtures/create-judge.ts';
import { createNodeEngine } from '#engine/node-engine.ts';

const engine = await createNodeEngine();
const judge = await createJudge(engine);
afterAll(() => engine.close());

async function verdictOn(left: string, right: string) {
  return verdictOf(await judge({ kind: 'same-rows', params: { left, right } }));
}

describe('same-rows', () => {
  it.each([
    ['rows in another order', 'values (1), (2)', 'values (2), (1)'],
    ['columns of other names', 'select 1 as a', 'select 1 as b'],
    ['numbers of equal value', 'values (1.50), (2)', 'values (2.0), (1.5)'],
    ['NULL beside NULL', "values (1, null), (2, 'a')", "values (2, 'a'), (1, null)"],
    ['json, which SQL cannot compare', `select '{"a": 1}'::json`, `select '{"a": 1}'::json`],
  ])('accepts %s', async (_, left, right) => {
    expect((await verdictOn(left, right)).ok).toBe(true);
  });

  it('shows the rows of either side', async () => {
    expect(await verdictOn("values (1, 'a'), (2, 'b'), (2, 'b')", "values (1, 'a'), (2, 'b'), (3, 'c')")).toMatchObject(
      {
        ok: false,
        message: "`values (1, 'a'), (2, 'b'), (2, 'b')` returns 3 rows, as many as expected, but 1 of them differs.",
        evidence: [
          { title: "Rows that only `values (1, 'a'), (2, 'b'), (3, 'c')` returns", rows: [['3', 'c']] },
          { title: "Rows that only `values (1, 'a'), (2, 'b'), (2, 'b')` returns", rows: [['2', 'b']] },
        ],
      },
    );
  });

  it.each([
    ['select 1 from bx', 'select 1', '`select 1 from bx` fails: relation "bx" does not exist (42P01).'],
    ['select 1', 'select 1 from bx', '`select 1 from bx` fails: relation "bx" does not exist (42P01).'],
    ['select 1, 2', 'select 1', '`select 1, 2` has 2 columns, `?column?` and `?column?`; 1 is expected: `?column?`.'],
    ['select 1', 'create table lid ()', '`create table lid ()` is no query: it returns no columns.'],
  ])('refuses %s beside %s', async (left, right, message) => {
    expect(await verdictOn(left, right)).toMatchObject({ ok: false, message });
  });
});
