import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from './node-engine.ts';
import { done, rowsOf } from './test-questions.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await createNodeEngine();
});

afterAll(() => engine.close());

async function keep(): Promise<SnapshotId> {
  const kept = await engine.snapshot();
  if (!kept.ok) throw new Error('no snapshot');
  return kept.value;
}

/** A database with something of everything, in a session that has been used. */
const setup = `
  create table users (id serial primary key, name text not null);
  insert into users (name) select 'user ' || i from generate_series(1, 500) i;
  create index by_name on users (name);
  create table notes (user_id int references users deferrable initially deferred, body text);
  create function shout() returns text language plpgsql as $$ begin return 'a'; end $$;
  create role reader;
  set work_mem to '2MB';
  prepare by_id as select name from users where id = $1;
  create temp table scratch as select 1 as a;
  select pg_advisory_lock(7);
  declare held cursor with hold for select id from users order by id;
  fetch 3 from held`;

/** What a snapshot must keep: each question is asked before and after. */
const questions = [
  'select count(*), sum(id), min(name) from users',
  'select last_value, is_called from users_id_seq',
  'select count(*) from notes',
  'select relname, relkind, relpages, reltuples from pg_class where relnamespace = 2200 order by 1',
  'select oid, rolname from pg_roles order by oid',
  "select name, setting from pg_settings where name in ('work_mem', 'search_path', 'role', 'server_version') order by 1",
  'select name, statement, from_sql from pg_prepared_statements order by 1',
  'select name, is_holdable from pg_cursors order by 1',
  'select locktype, objid from pg_locks where locktype = $$advisory$$ order by 1',
  'select count(*) from scratch',
  'select shout()',
  'select count(*) from pg_largeobject_metadata',
  'select datname, datconnlimit from pg_database order by 1',
  'select setdatabase, setconfig from pg_db_role_setting order by 1',
  'select pg_current_wal_insert_lsn()',
] as const;

function answers(): Promise<unknown> {
  return questions.reduce<Promise<unknown[]>>(
    async (asked, sql) => [...(await asked), await rowsOf(engine, sql)],
    Promise.resolve([]),
  );
}

/** What a learner may do in between; each leaves its mark on at least one of the questions, or on the instance. */
const effects = [
  "insert into users (name) values ('new') returning id",
  'delete from users where id > 100',
  "update users set name = name || ' changed'",
  "select nextval('users_id_seq'), setval('users_id_seq', 9000)",
  'truncate users cascade',
  'alter table users add column age int default 5',
  'drop table users cascade',
  'drop schema public cascade; create schema public',
  'create table filler as select i, repeat(md5(i::text), 30) from generate_series(1, 20000) i',
  'vacuum full users',
  'vacuum (freeze, analyze); checkpoint',
  'reindex table users; cluster users using by_name',
  'begin; delete from users',
  'begin; savepoint s; select 1/0',
  "set work_mem to '9MB'; set search_path to pg_catalog; set role reader",
  'set session authorization reader',
  'discard all',
  'deallocate all; prepare other as select 1',
  'close held; select pg_advisory_unlock_all(); drop table scratch',
  'fetch all from held',
  "create or replace function shout() returns text language plpgsql as $$ begin return 'b'; end $$",
  'drop role reader; create role writer superuser',
  "alter role postgres set work_mem to '5MB'; alter database postgres connection limit 3",
  "select lo_from_bytea(0, 'large')",
  'create extension plpgsql; drop extension plpgsql cascade',
  'alter system set work_mem to 999; select pg_reload_conf()',
  "begin; insert into notes values (-1, 'orphan'); commit",
  "copy (select 1) to '/tmp/file'; copy users to '/pglite/data/base/stray'",
  'listen ticker; notify ticker',
  // More memory than the instance had.
  "select length(repeat('x', 150000000))",
  'create tablespace nowhere location $$/tmp$$',
  "select to_tsvector('english', 'running cats'), set_config('my.setting', 'x', false)",
] as const;

describe('a snapshot', () => {
  let start: SnapshotId;
  let expected: unknown;

  beforeAll(async () => {
    await done(engine, setup);
    start = await keep();
    expected = await answers();
  });

  it.each(effects)('puts back what is done by: %s', async (sql) => {
    await engine.run(sql);
    await engine.restore(start);
    expect(await answers()).toEqual(expected);
  });

  it('can be restored again and again, in any order with later ones', async () => {
    const step = fc.oneof(
      fc.constantFrom(...effects).map((sql) => ({ kind: 'run', sql }) as const),
      fc.constant({ kind: 'keep' } as const),
      fc.nat(9).map((index) => ({ kind: 'restore', index }) as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        await engine.restore(start);
        const kept = [{ id: start, users: await userTable() }];
        const found: unknown[] = [];
        const expectedThen: unknown[] = [];
        for (const taken of steps) {
          if (taken.kind === 'run') await engine.run(taken.sql);
          if (taken.kind === 'keep') kept.push({ id: await keep(), users: await userTable() });
          const target = taken.kind === 'restore' ? kept[taken.index % kept.length] : undefined;
          if (target === undefined) continue;
          await engine.restore(target.id);
          found.push(await userTable());
          expectedThen.push(target.users);
        }
        expect(found).toEqual(expectedThen);
        for (const { id } of kept.slice(1)) engine.forget(id);
      }),
      { numRuns: 15 },
    );
    await engine.restore(start);
    expect(await answers()).toEqual(expected);
  });

  it('keeps a transaction that is open, with what it has not committed and its cursors', async () => {
    await done(engine, "begin; insert into users (id, name) values (9001, 'mine'); declare c cursor for table users");
    const open = await keep();
    await done(engine, 'rollback');
    await engine.restore(open);
    expect((await engine.run('select 1')).transaction).toBe('open');
    await done(engine, 'fetch 1 from c; commit');
    expect(await rowsOf(engine, 'select name from users where id = 9001')).toEqual([['mine']]);
    await engine.restore(start);
    expect((await engine.run('')).transaction).toBe('idle');
    expect(await rowsOf(engine, 'select count(*) from users where id = 9001')).toEqual([['0']]);
  });

  it('keeps a failed transaction failed', async () => {
    await engine.run('begin; select 1/0');
    const failed = await keep();
    await done(engine, 'rollback');
    await engine.restore(failed);
    expect((await engine.run('select 1')).transaction).toBe('failed');
    await engine.restore(start);
  });

  it('leaves every index sound', async () => {
    await done(engine, 'delete from users where id % 3 = 0; vacuum users; reindex table users');
    await engine.restore(start);
    await done(engine, 'set enable_seqscan to off');
    expect(await rowsOf(engine, "select count(*) from users where name >= ''")).toEqual([['500']]);
    await engine.restore(start);
  });

  /** Every user, as far as the state lets one ask. */
  async function userTable(): Promise<unknown> {
    const { statements } = await engine.run('select * from public.users order by 1');
    const [statement] = statements;
    return statement?.kind === 'done' ? statement.result : statement?.kind === 'failed' ? statement.failure : null;
  }
});
