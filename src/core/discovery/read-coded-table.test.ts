import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import type { CellText, RunOutcome } from '#core/engine/outcome.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done } from '#engine/test-questions.ts';
import { codeRows, type CodedColumn } from './coded-table.ts';
import { readCodedTable, rowsToRead, type CodedReading } from './read-coded-table.ts';

let engine: Engine;

engineForTests((started) => (engine = started));

async function read(sql: string, ...columns: readonly string[]): Promise<CodedReading> {
  const reading = await readCodedTable((question) => engine.probe(question), { sql, columns });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
}

/** The first row that has the value, for each row: codes may be given out in any order. */
function sameAs({ codes }: CodedColumn): readonly number[] {
  return Array.from(codes, (code) => codes.indexOf(code));
}

function nullRows({ codes, nullCode }: CodedColumn): readonly number[] {
  return [...codes.keys()].filter((row) => codes[row] === nullCode);
}

function literal(cell: CellText): string {
  return cell === null ? 'null' : `'${cell}'`;
}

describe('the codes of a table', () => {
  it('are those of its values, NULL among them, and without gaps', async () => {
    const cell = fc.option(fc.constantFrom('', ' ', 'null', '!', ';', '1 2', 'ä', 'Ä', 'a"b'), { freq: 4 });
    const tables = fc.array(fc.tuple(cell, cell), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const values = rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ');
        const list = rows.length === 0 ? 'select null::text, null::text where false' : `values ${values}`;
        const { table, rowsInAll } = await read(`(${list}) as t (a, b)`, 'a', 'b');
        const expected = codeRows(2, rows);
        expect([table.rowCount, rowsInAll]).toEqual([rows.length, rows.length]);
        expect(table.columns.map(sameAs)).toEqual(expected.columns.map(sameAs));
        expect(table.columns.map(nullRows)).toEqual(expected.columns.map(nullRows));
        for (const { codes, distinct } of table.columns) {
          expect([...new Set(codes)].toSorted((one, other) => one - other)).toEqual([...Array(distinct).keys()]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same for what GROUP BY takes for the same, however it prints', async () => {
    await done(
      engine,
      `create collation blind (provider = icu, locale = '@colStrength=secondary', deterministic = false);
       create type pair as (a int, b int);
       create table "My ""numbered""" (
         n numeric, f float8, i interval, t text collate blind, p pair, j json, x point, g int generated always as (row) stored,
         row int generated always as identity
       );
       insert into "My ""numbered""" (n, f, i, t, p, j, x) values
         (1.0, 0, '1 day', 'abc', row(null, null), '{"a":1}', '(1,2)'),
         (1.00, '-0', '24 hours', 'ABC', null, '{"a":1}', '(1,2)'),
         (2, 'NaN', '2 days', 'abd', row(1, null), '{"a": 1}', '(1,3)');`,
    );
    const columns = ['n', 'f', 'i', 't', 'p', 'j::text', 'x::text', 'g', 'row'];
    const { table } = await read('public."My ""numbered"""', ...columns);
    expect(Object.fromEntries(columns.map((name, place) => [name, table.columns.map(sameAs)[place]]))).toEqual({
      n: [0, 0, 2],
      f: [0, 0, 2],
      i: [0, 0, 2],
      t: [0, 0, 2],
      p: [0, 1, 2],
      'j::text': [0, 0, 2],
      'x::text': [0, 0, 2],
      g: [0, 1, 2],
      row: [0, 1, 2],
    });
    expect(table.columns.map(nullRows)[4]).toEqual([1]);
  });

  it('are there for more rows than a result shows, and for no more than can be looked at', async () => {
    await done(engine, 'create table wide as select n % 3 as a, n as b from generate_series(1, 120000) as n');
    const { table, rowsInAll } = await read('public.wide', 'a', 'b');
    expect([table.rowCount, rowsInAll]).toEqual([100_000, 120_000]);
    expect(table.columns.map(({ distinct }) => distinct)).toEqual([3, 100_000]);
    expect([rowsToRead(1), rowsToRead(20), rowsToRead(60)]).toEqual([100_000, 50_000, 16_666]);
  });

  it('are those of one row each for all columns of a table that is too wide for one question', async () => {
    const columns = Array.from({ length: 1_500 }, (_, place) => `c${place}`);
    const values = columns.map((name, place) => `(n % ${(place % 5) + 1})::int2 as ${name}`);
    await done(engine, `create table wide as select ${values.join(', ')} from generate_series(1, 40) as n`);
    const { table } = await read('public.wide', ...columns);
    const expected = codeRows(
      columns.length,
      Array.from({ length: 40 }, (_, row) => columns.map((__, place) => (row + 1) % ((place % 5) + 1))),
    );
    expect(table.columns.map(sameAs)).toEqual(expected.columns.map(sameAs));
  });

  it('are of fewer rows where the database cannot hold as many, and of none where it fails otherwise', async () => {
    await done(
      engine,
      'create table texts as select n, repeat(md5(n::text), 100) as long from generate_series(1, 2000) as n',
    );
    const questions: string[] = [];
    const ask = (sql: string): Promise<RunOutcome> => {
      questions.push(sql);
      const isTooMany = /limit (100000|10000)\)/.test(sql);
      return engine.probe(isTooMany ? "do $$ begin raise 'no room' using errcode = '53200'; end $$" : sql);
    };
    const reading = await readCodedTable(ask, { sql: 'public.texts', columns: ['n', 'long'] });
    expect(reading).toMatchObject({ ok: true, value: { table: { rowCount: 1_000 }, rowsInAll: 2_000 } });
    expect(questions).toHaveLength(3);
    expect(await readCodedTable((sql) => engine.probe(sql), { sql: 'public.nowhere', columns: ['a'] })).toMatchObject({
      ok: false,
      error: { sqlState: '42P01' },
    });
  });
});
