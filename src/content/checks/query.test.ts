import { afterAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { createJudge, verdictOf } from '#content/fixtures/create-judge.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { query } from './query.ts';

const engine = await createNodeEngine();
const judge = await createJudge(engine);
afterAll(() => engine.close());

const setup = `
  create table box (id int primary key, colour text, weight numeric(6,2), full_up boolean);
  insert into box values (1, 'red', 1.50, true), (2, null, 2.00, false);
`;

async function verdictOn(params: unknown, answer = '', solution = '') {
  return verdictOf(await judge({ setup, kind: 'query', params, answer, solution }));
}

describe('query', () => {
  it.each([
    {
      sql: 'select * from box',
      rows: [
        [2, null, 2, false],
        ['1', 'red', '1.5', true],
      ],
    },
    { sql: 'select id from box order by id', rows: [[1], [2]], order: 'total' },
    { sql: 'select * from box where id > 2', empty: true },
  ])('holds for $sql', async (params) => {
    const { ok } = await verdictOn(params);
    expect(ok).toBe(true);
  });

  it('shows the rows that should not be there', async () => {
    expect(await verdictOn({ sql: 'select id from box', empty: true })).toMatchObject({
      ok: false,
      message: '`select id from box` returns 2 rows; expected none.',
      evidence: [{ title: 'Rows that should not be there', rows: [['1'], ['2']], rowCount: 2 }],
    });
  });

  it.each([
    [{ sql: 'select count(*) from box', rows: [[3]] }, '`select count(*) from box` returns `2`; expected `3`.'],
    [
      { sql: 'select id from box', rows: [[1]] },
      '`select id from box` returns 2 rows; expected 1 row. 1 row is too many.',
    ],
    [{ sql: 'select id from box', rows: [[1, 2]] }, '`select id from box` has 1 column, `id`; 2 are expected.'],
    [
      { sql: 'select id from box order by id', rows: [[2], [1]], order: 'total' },
      '`select id from box order by id` returns the right rows in another order. The first that stands elsewhere is row 1.',
    ],
    [{ sql: 'select id from bx', empty: true }, '`select id from bx` fails: relation "bx" does not exist (42P01).'],
    [{ sql: 'create table lid ()', empty: true }, '`create table lid ()` is no query: it returns no columns.'],
  ])('refuses %o', async (params, message) => {
    expect(await verdictOn(params)).toMatchObject({ ok: false, message });
  });

  it('asks the same after the solution, on a copy', async () => {
    const params = { sql: 'select id from box', 'same-as-solution': true };
    const solution = 'delete from box where id = 1';
    expect((await verdictOn(params, 'delete from box where id < 2', solution)).ok).toBe(true);
    expect(await verdictOn(params, 'delete from box where id > 1', solution)).toMatchObject({
      ok: false,
      message: '`select id from box` returns `1`; expected `2`.',
    });
  });

  it('asks under default settings, whatever the answer has set', async () => {
    const params = { sql: 'select count(*) from box', rows: [[2]] };
    expect((await verdictOn(params, 'create schema other; set search_path to other')).ok).toBe(true);
  });

  it.each([
    [{ sql: 'select 1', rows: [[1]] }, 'make `select 1` return the row `1`'],
    [{ sql: 'select 1', rows: [[1], [2]] }, 'make `select 1` return the 2 expected rows, in any order'],
    [{ sql: 'select 1', empty: true }, 'leave nothing for `select 1` to return'],
    [
      { sql: 'select 1', 'same-as-solution': true, order: 'total' },
      'make `select 1` return the same rows as after the solution, in the same order',
    ],
  ])('describes %o', (params, description) => {
    expect(query.describe(v.parse(query.schema, params))).toBe(description);
  });
});
