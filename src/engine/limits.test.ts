import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine, readServerResources } from './node-engine.ts';
import type { Postgres } from './postgres.ts';
import { endOf, replyOf, startTestPostgres } from './start-test-postgres.ts';
import { done, failureOf, rowsOf } from './test-questions.ts';

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startTestPostgres(await readServerResources());
  await replyOf(
    postgres,
    `create table t (a int);
    create function deeper(a int) returns int language plpgsql as 'begin return deeper(a + 1); end';
    create function insert_more() returns trigger language plpgsql as
      'begin insert into t values (new.a + 1); return new; end';
    create trigger more after insert on t for each row execute function insert_more();
    set check_function_bodies to off;
    create function deeper_still(a int) returns int language sql as 'select deeper_still(a + 1)';
    reset check_function_bodies`,
  );
});

afterAll(() => postgres.close());

/** How a statement ended, then whether the next is answered: if need be, by a database that has taken the lost one's place. */
async function endAndAfter(sql: string): Promise<readonly [end: string, after: string]> {
  const before = await postgres.capture();
  const end = await endOf(postgres, sql);
  if (end === 'lost') postgres.reinstate(before);
  return [end, await endOf(postgres, 'select 1')];
}

describe('endless recursion', () => {
  it.each([
    ['of a function in PL/pgSQL', 'select deeper(1)'],
    ['of a trigger', 'insert into t values (1)'],
  ])('%s fails cleanly', async (_, sql) => {
    expect(await endAndAfter(sql)).toEqual(['54001', 'done']);
  });

  it('is a loss that shows where the stack is said to be deeper than it is', async () => {
    expect(await endAndAfter("set max_stack_depth to '6MB'")).toEqual(['done', 'done']);
    expect(await endAndAfter('select deeper(1)')).toEqual(['lost', 'done']);
    await replyOf(postgres, 'reset max_stack_depth');
  });
});

/** How deep each may go depends on the stack that the browser gives: what matters is that none looks like a success. */
describe('what is nested too deeply', () => {
  it.each([
    ['a function in SQL', 'select deeper_still(1)'],
    ['parentheses', `select ${'('.repeat(100_000)}1${')'.repeat(100_000)}`],
    ['sums', `select ${'1+'.repeat(100_000)}1`],
    ['negations', `select ${'not '.repeat(100_000)}true`],
    ['calls', `select ${'abs('.repeat(100_000)}1${')'.repeat(100_000)}`],
    ['questions', `select ${'(select '.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['unions', `select 1${' union all select 1'.repeat(20_000)}`],
    ['json', "select repeat('[', 100000)::json"],
    ['jsonb', `select (repeat('{"a":', 100000) || '1' || repeat('}', 100000))::jsonb`],
    ['arrays', "select repeat('{', 100000)::int[]"],
    ['a regular expression', "select 'x' ~ (repeat('(', 50000) || repeat(')', 50000))"],
    ['a search query', "select (repeat('(', 50000) || 'a' || repeat(')', 50000))::tsquery"],
  ])('never looks like a success: %s', async (_, sql) => {
    const [end, after] = await endAndAfter(sql);
    expect(['54000', '54001', '42601', '2201B', 'lost']).toContain(end);
    expect(after).toBe('done');
  });
});

describe('a question that would take the memory', { timeout: 90_000 }, () => {
  it.each([
    ['a long text', "select repeat('x', 1000000000)", '53200'],
    ['a longer text than there can be', "select lpad('x', 1000000000) || lpad('x', 1000000000)", '54000'],
    ['a text that grows', "do $$ declare a text := 'x'; begin loop a := a || a; end loop; end $$", '53200'],
    ['an array that grows', 'do $$ declare a int[] := array[1]; begin loop a := a || a; end loop; end $$', '53200'],
    ['an aggregate', "select string_agg(repeat('x', 1000000), '') from generate_series(1, 2000)", '53200'],
    ['an array of rows', "select array(select repeat('x', 1000) || generate_series(1, 100000000))", '53200'],
    ['a sort', "select repeat('x', 1000) || i from generate_series(1, 400000) i order by 1 desc", '53400'],
    [
      'recursion without an end',
      "with recursive r as (select repeat('x', 1000) x union all select x from r) select count(*) from r",
      '53400',
    ],
    [
      'a hash that may use more memory than there is',
      `set local work_mem to '1GB'; set local enable_mergejoin to off;
      select count(*) from (select repeat('x', 9000) || generate_series(1, 100000) a) l
      join (select repeat('x', 9000) || generate_series(1, 100000) a) r using (a)`,
      '53200',
    ],
  ])('ends cleanly: %s', async (_, sql, sqlState) => {
    expect(await endAndAfter(sql)).toEqual([sqlState, 'done']);
  });

  it('leaves nothing behind that a kept state would have to hold', async () => {
    const { image } = await postgres.capture();
    const heldMb = image.memory.pages.reduce((bytes, page) => bytes + (page?.length ?? 0), 0) / 1024 ** 2;
    expect(image.memory.length).toBeGreaterThan(200 * 1024 * 1024);
    expect(heldMb).toBeLessThan(32);
  });
});

/** What would end a server, or ask its keeper for something; here there is neither a keeper nor another process. */
describe('what a server could die of', () => {
  it.each([
    ["copy t to program 'cat'", '42501'],
    ["copy t from program 'echo 1'", '42501'],
    ["select pg_import_system_collations('pg_catalog')", 'done'],
    ['select pg_terminate_backend(pg_backend_pid())', 'done'],
    ['select pg_cancel_backend(pg_backend_pid())', 'done'],
    ['select pg_reload_conf()', 'done'],
    ['select pg_promote()', '55000'],
    ["load 'missing'", '58P01'],
    ["create function c() returns int language c as 'libc', 'system'", '58P01'],
    ["create subscription s connection 'host=localhost' publication p", '58P01'],
    ['create database another', '3D000'],
    ['drop database postgres', '55006'],
    ["select pg_create_logical_replication_slot('s', 'pgoutput')", '55000'],
    ['set exit_on_error to on; select 1/0', 'lost'],
    ["create function wild(int) returns text language internal as 'textcat'; select wild(-1)", 'lost'],
  ])('%s: %s', async (sql, end) => {
    expect(await endAndAfter(sql)).toEqual([end, 'done']);
  });
});

describe('settings', () => {
  it.each([
    ['shared_buffers', "alter system set shared_buffers to '100GB'"],
    ['shared_preload_libraries', "alter system set shared_preload_libraries to 'missing'"],
  ])('that keep a server from starting are reset when it starts again: %s', async (name, sql) => {
    const engine = await createNodeEngine();
    const usual = await rowsOf(engine, `show ${name}`);
    await done(engine, `create table kept as select 1 a; ${sql}`);
    expect(await failureOf(engine, "select repeat('[', 100000)::json")).toMatchObject({ kind: 'engine-lost' });
    expect(await rowsOf(engine, 'select a from kept')).toEqual([['1']]);
    expect(await rowsOf(engine, `show ${name}`)).toEqual(usual);
    await engine.close();
  });

  it('of ALTER SYSTEM are kept otherwise', async () => {
    const engine = await createNodeEngine();
    await done(engine, "alter system set work_mem to '9MB'");
    await failureOf(engine, "select repeat('[', 100000)::json");
    expect(await rowsOf(engine, 'show work_mem')).toEqual([['9MB']]);
    await engine.close();
  });
});
