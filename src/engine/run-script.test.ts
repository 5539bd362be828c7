import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { createNodeEngine } from './node-engine.ts';
import { done, failureOf, lastOf, rowsOf } from './test-questions.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await createNodeEngine();
});

afterAll(() => engine.close());

describe('run', () => {
  it('reports each statement with its command, rows and span', async () => {
    const script =
      "create table pairs (a int, b text); insert into pairs values (1, 'x'), (2, null); select * from pairs";
    const { statements, transaction } = await engine.run(script);
    expect(transaction).toBe('idle');
    expect(statements).toMatchObject([
      { kind: 'done', command: 'CREATE TABLE', result: null, affectedRows: null },
      { kind: 'done', command: 'INSERT', result: null, affectedRows: 2 },
      {
        kind: 'done',
        command: 'SELECT',
        result: {
          columns: [
            { name: 'a', type: 'integer', typeOid: 23, kind: 'number' },
            { name: 'b', type: 'text', typeOid: 25, kind: 'text' },
          ],
          rows: [
            ['1', 'x'],
            ['2', null],
          ],
          rowCount: 2,
        },
        affectedRows: null,
      },
    ]);
    expect(statements.map(({ sql, start, end }) => script.slice(start, end) === sql)).toEqual([true, true, true]);
  });

  it('answers values as PostgreSQL prints them', async () => {
    const sql = `select 9007199254740993::bigint, 1e-20::numeric, 'infinity'::date, '{1,NULL,"a,b"}'::text[],
      '\\xdeadbeef'::bytea, '{"a": [1, null]}'::jsonb, null::text, '', true, interval '1 day 2 hours', 'NaN'::float8`;
    expect(await rowsOf(engine, sql)).toEqual([
      [
        '9007199254740993',
        '0.00000000000000000001',
        'infinity',
        '{1,NULL,"a,b"}',
        '\\xdeadbeef',
        '{"a": [1, null]}',
        null,
        '',
        't',
        '1 day 02:00:00',
        'NaN',
      ],
    ]);
  });

  it('stops at the first failure, keeps what was done before it, and says what it skipped', async () => {
    const { statements } = await engine.run('create table kept (a int); select 1/0; drop table kept');
    expect(statements.map(({ kind }) => kind)).toEqual(['done', 'failed', 'skipped']);
    expect(await rowsOf(engine, 'select count(*) from kept')).toEqual([['0']]);
  });

  it('gives everything that PostgreSQL says of a failure', async () => {
    await done(engine, 'create table owners (id int primary key, name varchar(3) not null)');
    await done(engine, "insert into owners values (1, 'a')");
    expect(await failureOf(engine, "insert into owners values (1, 'b')")).toEqual({
      kind: 'statement',
      sqlState: '23505',
      message: 'duplicate key value violates unique constraint "owners_pkey"',
      detail: 'Key (id)=(1) already exists.',
      schema: 'public',
      table: 'owners',
      constraint: 'owners_pkey',
    });
    expect(await failureOf(engine, 'insert into owners values (2, null)')).toMatchObject({ column: 'name' });
    expect(await failureOf(engine, 'select max(nam) from owners')).toMatchObject({
      sqlState: '42703',
      hint: 'Perhaps you meant to reference the column "owners.name".',
    });
  });

  it.each([
    ["select 'é😀', nope", 'nope'],
    ["/* 😀 */ select 1; -- é\n  select 'é😀' as ü, ü.nope", 'ü.nope'],
    ["select 1; select 'abc", "'abc"],
  ])('points at the failing place of %j', async (script, place) => {
    expect(await failureOf(engine, script)).toMatchObject({ position: script.lastIndexOf(place) });
  });

  it('reports notices with the statement that raised them, and at once to subscribers', async () => {
    const heard: unknown[] = [];
    const unsubscribe = engine.subscribe((event) => heard.push(event));
    const script =
      "do $$ begin raise warning 'w' using hint = 'h', errcode = '01001'; raise info 'i'; end $$; select 1";
    const notices = [
      { severity: 'WARNING', sqlState: '01001', message: 'w', hint: 'h' },
      { severity: 'INFO', sqlState: '00000', message: 'i' },
    ];
    const { statements } = await engine.run(script);
    unsubscribe();
    expect(statements).toMatchObject([{ notices }, { notices: [] }]);
    expect(heard).toEqual(notices.map((notice) => ({ kind: 'notice', notice })));
  });

  it('tells an open from a failed transaction', async () => {
    expect((await engine.run('begin; select 1')).transaction).toBe('open');
    expect((await engine.run('select 1/0')).transaction).toBe('failed');
    expect((await engine.run('')).transaction).toBe('failed');
    expect(await failureOf(engine, 'select 1')).toMatchObject({ sqlState: '25P02' });
    expect((await engine.run('rollback')).transaction).toBe('idle');
  });

  it('does not come between SHOW and SET TRANSACTION', async () => {
    const { statements } = await engine.run('begin; show search_path; set transaction isolation level serializable');
    expect(statements.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    await done(engine, 'rollback');
  });

  it.each([
    ['create table copied as select generate_series(1, 3)', 'SELECT', 3, null],
    ['update copied set generate_series = 0 where generate_series > 1 returning *', 'UPDATE', 2, 2],
    ['delete from copied', 'DELETE', 3, null],
    ['merge into copied using (values (1)) v (x) on false when not matched then insert values (x)', 'MERGE', 1, null],
    ['copy copied to stdout', 'COPY', 1, null],
    ['drop table copied', 'DROP TABLE', null, null],
    ['select', 'SELECT', null, 1],
  ])('counts the rows of: %s', async (sql, command, affectedRows, rowCount) => {
    const statement = lastOf(await engine.run(sql));
    expect(statement).toMatchObject({ kind: 'done', command, affectedRows });
    expect(statement.kind === 'done' ? (statement.result?.rowCount ?? null) : undefined).toBe(rowCount);
  });

  it('fails COPY FROM STDIN, there being none, and goes on', async () => {
    await done(engine, 'create table copies (a int)');
    expect(await failureOf(engine, 'copy copies from stdin')).toMatchObject({ sqlState: '57014' });
    expect((await engine.run('begin; copy copies from stdin')).transaction).toBe('failed');
    await done(engine, 'rollback; select 1');
  });

  it('rejects a null character as PostgreSQL does', async () => {
    expect(await failureOf(engine, 'select \0 1')).toMatchObject({ sqlState: '08P01' });
  });

  it('counts a million rows but keeps the first, in much less time than it takes to read them all', async () => {
    const outcome = await engine.run("select i, 'row ' || i from generate_series(1, 1000000) i", { rowLimit: 1000 });
    const statement = lastOf(outcome);
    const result = statement.kind === 'done' ? statement.result : null;
    expect(result?.rowCount).toBe(1_000_000);
    expect(result?.rows.length).toBe(1000);
    expect(result?.rows.at(-1)).toEqual(['1000', 'row 1000']);
  });

  it('keeps 10,000 rows unless it is told otherwise', async () => {
    expect((await rowsOf(engine, 'select generate_series(1, 10001)')).length).toBe(10_000);
  });

  it('passes a cell of many megabytes', async () => {
    const [row] = await rowsOf(engine, "select repeat('é', 5000000)");
    expect(row?.[0]?.length).toBe(5_000_000);
  });
});
