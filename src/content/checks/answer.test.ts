import { afterAll, describe, expect, it } from 'vitest';
import { createJudge, verdictOf, type Scene } from '#content/fixtures/create-judge.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { answer } from './answer.ts';

const engine = await createNodeEngine();
const judge = await createJudge(engine);
afterAll(() => engine.close());

const setup = `
  create table box (id int primary key, colour text, weight numeric(6,2));
  insert into box values (1, 'red', 1.50), (2, 'blue', 2.00), (3, 'red', 2.00);
`;

async function verdictOn(scene: Omit<Scene, 'kind'>) {
  return verdictOf(await judge({ setup, kind: 'answer', ...scene }));
}

describe('answer', () => {
  it.each([
    ['rows in another order', 'select id, colour from box order by id', 'select id, colour from box order by id desc'],
    ['columns in another order', 'select id, colour from box', 'select colour, id from box'],
    ['numbers of another type and scale', 'select weight from box', 'select weight::float8 from box'],
    ['a result before the last statement', 'select count(*) from box', 'select count(*) from box; create table lid ()'],
    ['columns that share a name', 'select 1 as a, 2 as a', 'select 1 as a, 2 as a'],
    ['NULL for NULL', 'select null::int as a', 'select null::text as a'],
    ['no rows for no rows', 'select id from box where false', 'select id from box where id > 9'],
  ])('accepts %s', async (_, solution, given) => {
    expect(await verdictOn({ solution, answer: given })).toEqual({
      ok: true,
      message: 'Your answer returns the expected rows.',
    });
  });

  it('shows the rows that are missing and those that are too many', async () => {
    const verdict = await verdictOn({
      solution: 'select id, colour from box',
      answer: "select id, colour from box where id < 3 union all values (4, 'green'), (4, 'green')",
    });
    expect(verdict).toMatchObject({
      ok: false,
      message: 'Your answer returns 4 rows; expected 3 rows. 1 row is missing, and 2 rows are too many.',
      evidence: [
        { title: 'Rows that are missing from your answer', rows: [['3', 'red']], rowCount: 1 },
        {
          title: 'Rows that your answer has too many',
          rows: [
            ['4', 'green'],
            ['4', 'green'],
          ],
          rowCount: 2,
        },
      ],
    });
  });

  it.each([
    [
      'a row that comes once too often',
      'values (1), (1), (2)',
      'values (1), (2), (2)',
      'Your answer returns 3 rows, as many as expected, but 1 of them differs.',
    ],
    ['one value for another', 'select 1 as n', 'select 2 as n', 'Your answer returns `2`; expected `1`.'],
    ['the empty text for NULL', 'select null as a', "select '' as a", 'Your answer returns empty text; expected NULL.'],
    [
      'text that only looks like the number',
      "select '1.0' as a",
      'select 1.00 as a',
      'Your answer returns `1.00`; expected `1.0`.',
    ],
    [
      'other names',
      'select 1 as a, 2 as b',
      'select 1 as a, 2 as c',
      'Your answer has the columns `a` and `c`; expected the columns `a` and `b`. `b` is missing, and `c` is too many.',
    ],
    [
      'no result',
      'select 1',
      "update box set colour = 'red'",
      'Your answer returns no rows. It should end with a query, such as a `select`.',
    ],
  ])('refuses %s', async (_, solution, given, message) => {
    expect(await verdictOn({ solution, answer: given })).toMatchObject({ ok: false, message });
  });

  it('names only the columns amiss behind the words of the author', async () => {
    const verdict = await verdictOn({ solution: 'select 1 as a', answer: 'select 1 as b', says: 'One column, `a`.' });
    expect(verdict.message).toBe('One column, `a`. `a` is missing, and `b` is too many.');
  });

  it('counts and names the columns where there are too many or too few', async () => {
    const verdict = await verdictOn({
      solution: 'select 1 as a, 2 as b',
      answer: 'select 1 as a, 2 as b, 3 as c',
      says: 'Two columns.',
    });
    expect(verdict.message).toBe(
      'Two columns. Your answer has 3 columns, `a`, `b` and `c`; 2 are expected. `c` is too many.',
    );
  });

  it('names the one column in which the rows differ, and shows the pairs side by side', async () => {
    const verdict = await verdictOn({
      solution: "values ('a, b', 10), ('c', 9), ('d', 2), ('e', 1)",
      answer: "values ('e', 1), ('C', 9), ('d ', 2), ('a,b', 10)",
      says: 'One line each.',
    });
    expect(verdict).toMatchObject({
      message: 'One line each. Your answer returns 4 rows, as many as expected, but 3 of them differ in `column1`.',
      evidence: [
        {
          rows: [
            ['a, b', '10'],
            ['c', '9'],
            ['d', '2'],
          ],
        },
        {
          rows: [
            ['a,b', '10'],
            ['C', '9'],
            ['d ', '2'],
          ],
        },
      ],
    });
  });

  it('shows the rows that are too many under the names of the answer', async () => {
    const params = { columns: 'positions' };
    const verdict = await verdictOn({ solution: 'select 1 as a, 2 as b', answer: 'select 1 as c, 3 as d', params });
    expect(verdict).toMatchObject({
      message: 'Your answer returns 1 row, as expected, but it differs in `d`.',
      evidence: [{ columns: [{ name: 'a' }, { name: 'b' }] }, { columns: [{ name: 'c' }, { name: 'd' }] }],
    });
  });

  it('counts far too many rows, and shows some of them', async () => {
    const verdict = await verdictOn({
      solution: 'select n from generate_series(1, 3) as n',
      answer: 'select n from generate_series(1, 20000) as n',
      says: 'Join them.',
    });
    expect(verdict).toMatchObject({
      message: 'Join them. Your answer returns 20,000 rows; expected 3 rows.',
      evidence: [{ title: 'Some rows that your answer has too many' }],
    });
    expect(verdict.evidence?.[0]).toHaveProperty('rows.0', ['4']);
  });

  it('says that nothing was run', async () => {
    const verdict = await verdictOn({ solution: 'select 1', answer: null });
    expect(verdict).toEqual({ ok: false, message: 'Nothing has been run in this step yet.' });
  });

  it('leaves rows free that tie in the columns of the order', async () => {
    const scene = { solution: 'select id, weight from box order by weight, id', params: { order: ['weight'] } };
    const tied = await verdictOn({ ...scene, answer: 'select id, weight from box order by weight, id desc' });
    expect(tied.ok).toBe(true);
    const unsorted = await verdictOn({ ...scene, answer: 'select id, weight from box order by weight desc, id' });
    expect(unsorted).toMatchObject({
      ok: false,
      message: 'Your answer returns the right rows in another order. The first that stands elsewhere is row 1.',
      evidence: [
        { title: 'Row 1 as expected', rows: [['1', '1.50']] },
        { title: 'Row 1 as found', rows: [['2', '2.00']] },
      ],
    });
  });

  it('takes a total order row by row', async () => {
    const scene = { solution: 'select id, weight from box order by weight, id', params: { order: 'total' } };
    expect((await verdictOn({ ...scene, answer: scene.solution })).ok).toBe(true);
    expect(await verdictOn({ ...scene, answer: 'select id, weight from box order by weight, id desc' })).toMatchObject({
      message: 'Your answer returns the right rows in another order. The first that stands elsewhere is row 2.',
    });
  });

  it('names the column of an order that the solution does not return', async () => {
    const verdict = await verdictOn({
      solution: 'select id from box',
      answer: 'select id from box',
      params: { order: ['size'] },
    });
    expect(verdict.message).toBe('The check orders by `size`, but the expected result has the column `id`.');
  });

  it('compares by position where names do not count', async () => {
    const params = { columns: 'positions' };
    expect((await verdictOn({ solution: 'select 1 as a', answer: 'select 1 as b', params })).ok).toBe(true);
    expect(await verdictOn({ solution: 'select 1 as a', answer: 'select 1 as b, 2 as c', params })).toMatchObject({
      message: 'Your answer has 2 columns, `b` and `c`; 1 is expected: `a`.',
    });
  });

  it('lets floats and numerics, and nothing else, differ by the tolerance', async () => {
    const params = { tolerance: 1e-3 };
    const close = { solution: 'select 1000.0::float8 as n', answer: 'select 1000.9 as n', params };
    expect((await verdictOn(close)).ok).toBe(true);
    expect((await verdictOn({ ...close, answer: 'select 1001.9 as n' })).ok).toBe(false);
    expect((await verdictOn({ solution: 'select 1000 as n', answer: 'select 1001 as n', params })).ok).toBe(false);
  });

  it('compares with a solution that writes on a copy of the state before the answer', async () => {
    const verdict = await verdictOn({
      solution: "insert into box values (4, 'green', 1) returning id",
      answer: "insert into box values (4, 'grey', 2) returning id",
    });
    expect(verdict.ok).toBe(true);
    const rows = await engine.run('select id, colour from box where id > 3');
    expect(rows.statements).toMatchObject([{ result: { rows: [['4', 'grey']] } }]);
  });

  it('blames the lesson where its own solution fails', async () => {
    const verdict = await verdictOn({ solution: 'select * from bx', answer: 'select 1' });
    expect(verdict.message).toBe(
      'The step\'s own solution fails: relation "bx" does not exist (42P01). This is a fault of the lesson, not yours.',
    );
  });

  it('compares 10,000 rows, and blames the lesson where its own solution returns more', async () => {
    const rows = (amount: number) => `select generate_series(1, ${amount}) as n`;
    expect((await verdictOn({ solution: rows(10_000), answer: rows(10_000) })).ok).toBe(true);
    expect(await verdictOn({ solution: rows(10_000), answer: rows(10_001) })).toMatchObject({
      message: 'Your answer returns 10,001 rows; expected 10,000 rows.',
    });
    expect(await verdictOn({ solution: rows(10_001), answer: rows(10_001) })).toMatchObject({
      ok: false,
      message:
        "The step's own solution returns 10,001 rows; answers are compared up to 10,000 rows. This is a fault of the lesson, not yours.",
    });
  });

  it('tells the learner beforehand what counts', () => {
    expect(answer.describe({ order: 'none', columns: 'names', tolerance: 0 })).toBe(
      'return the same rows as the solution, in any order, under the same column names',
    );
    expect(answer.describe({ order: ['a', 'b'], columns: 'positions', tolerance: 1e-9 })).toBe(
      'return the same rows as the solution, in the order of `a` and `b`, whatever its columns are called; numbers with fractions may differ by 1e-9 of their size',
    );
  });
});
