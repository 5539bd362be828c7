import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from './node-engine.ts';
import { done, lastOf, rowsOf } from './test-questions.ts';

let engine: Engine;
let start: SnapshotId;

beforeAll(async () => {
  engine = await createNodeEngine();
  await done(
    engine,
    `create table users (id serial primary key, name text unique deferrable initially deferred);
     insert into users (name) values ('ann');
     create role nobody`,
  );
  const kept = await engine.snapshot();
  if (!kept.ok) throw new Error('no snapshot');
  start = kept.value;
});

beforeEach(() => engine.restore(start));

afterAll(() => engine.close());

async function probed(sql: string): Promise<unknown> {
  const last = lastOf(await engine.probe(sql));
  return last.kind === 'done' ? last.result?.rows : last.kind === 'failed' ? last.failure : null;
}

describe('probe', () => {
  it('answers, and undoes what it did, sequences and its own COMMIT included', async () => {
    const sql = "insert into users (name) values ('ben') returning id";
    expect(await probed(sql)).toEqual([['2']]);
    expect(await probed(`${sql}; commit; vacuum; create role other; select count(*) from users`)).toEqual([['2']]);
    expect(await probed(sql)).toEqual([['2']]);
    expect(await rowsOf(engine, "select count(*), to_regrole('other') from users")).toEqual([['1', null]]);
  });

  it('reports a deferred constraint as the failure of the last statement', async () => {
    const { statements } = await engine.probe("select 1; insert into users (name) values ('ann')");
    expect(statements).toMatchObject([
      { kind: 'done', sql: 'select 1' },
      { kind: 'failed', failure: { sqlState: '23505', constraint: 'users_name_key' }, start: 10 },
    ]);
  });

  it.each([
    ['a role without rights', 'set role nobody'],
    ['another user', 'set session authorization nobody'],
    ['another search path', "set search_path to ''"],
    ['a transaction for reading only', 'set default_transaction_read_only to on'],
  ])('is asked under default settings, whatever was set: %s', async (_, sql) => {
    await done(engine, sql);
    const before = await rowsOf(engine, "select current_user, current_setting('search_path')");
    expect(await probed("insert into users (name) values ('ben') returning name, current_user")).toEqual([
      ['ben', 'postgres'],
    ]);
    expect(await rowsOf(engine, "select current_user, current_setting('search_path')")).toEqual(before);
  });

  it('sees what an open transaction has done, and leaves it open', async () => {
    await done(engine, "begin; insert into users (name) values ('eve')");
    expect(await probed('select count(*) from users')).toEqual([['2']]);
    expect((await engine.run('select 1')).transaction).toBe('open');
    await done(engine, 'rollback');
    expect(await rowsOf(engine, 'select count(*) from users')).toEqual([['1']]);
  });

  it('answers in a failed transaction too', async () => {
    await engine.run('begin; delete from users; select 1/0');
    expect(await probed('select count(*) from users')).toEqual([['1']]);
    expect((await engine.run('')).transaction).toBe('failed');
  });

  it('survives a question that costs the database its life', async () => {
    await done(engine, "begin; insert into users (name) values ('eve')");
    expect(await probed("select repeat('[', 100000)::json")).toMatchObject({ kind: 'engine-lost' });
    expect((await engine.run('')).transaction).toBe('open');
    expect(await rowsOf(engine, 'select count(*) from users')).toEqual([['2']]);
  });
});
