import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiskLimits } from './disk-quota.ts';
import { diskLimits } from './limits.ts';
import { readServerResources } from './node-engine.ts';
import type { Postgres } from './postgres.ts';
import { endOf, replyOf, startTestPostgres } from './start-test-postgres.ts';

const megabyte = 1024 * 1024;

/** The files that a database starts with take 15 MB. */
const narrow: DiskLimits = { ...diskLimits, filesBytes: 48 * megabyte, reserveBytes: 4 * megabyte };

const filling = "insert into t select i, repeat('x', 1000) from generate_series(1, 60000) i";

async function valueOf(postgres: Postgres, sql: string): Promise<unknown> {
  return (await replyOf(postgres, sql)).rows[0]?.[0];
}

describe('a disk that is full', () => {
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await startTestPostgres(await readServerResources(), narrow);
    await replyOf(postgres, 'create table t (a int primary key, b text)');
  });

  it('fails the statement and leaves nothing of it, so that others go on', async () => {
    expect(await endOf(postgres, filling)).toBe('53100');
    expect(await valueOf(postgres, 'select count(*) from t')).toBe('0');
    expect(Number(await valueOf(postgres, "select pg_table_size('t')"))).toBeLessThan(megabyte);
    expect(await endOf(postgres, "insert into t select i, repeat('y', 1000) from generate_series(1, 10000) i")).toBe(
      'done',
    );
  });

  it('sweeps up after a transaction once it has been rolled back', async () => {
    await replyOf(postgres, 'truncate t');
    await replyOf(postgres, 'begin');
    expect(await endOf(postgres, filling)).toBe('53100');
    expect(await endOf(postgres, 'select 1')).toBe('25P02');
    await endOf(postgres, 'rollback');
    expect(await endOf(postgres, 'create table other as select generate_series(1, 100000)')).toBe('done');
    await replyOf(postgres, 'drop table other');
  });

  it.each([
    ['drop table t', 'done'],
    ['truncate t', 'done'],
    ['delete from t where a % 2 = 0', 'done'],
    ['create table small (a int primary key)', 'done'],
    ['vacuum t', 'done'],
    // Needs a copy of the table.
    ['vacuum full t', '53100'],
  ])('when full of rows answers: %s', async (sql, end) => {
    await replyOf(postgres, 'drop table if exists t, small; create table t (a int primary key, b text)');
    const before = await postgres.capture();
    for (
      let at = 0;
      (await endOf(
        postgres,
        `insert into t select i, repeat('x', 1000) from generate_series(${at}, ${at} + 1999) i`,
      )) === 'done';
    )
      at += 2000;
    expect(await endOf(postgres, sql)).toBe(end);
    expect(await endOf(postgres, 'select 1')).toBe('done');
    postgres.reinstate(before);
  });

  it('knows what is deleted and what is put back', async () => {
    await replyOf(postgres, 'drop table if exists t; create table t (a int, b text)');
    const some = "insert into t select i, repeat('x', 1000) from generate_series(1, 16000) i";
    for (let round = 0; round < 4; round += 1) {
      expect(await endOf(postgres, some)).toBe('done');
      await replyOf(postgres, 'truncate t');
    }
    await replyOf(postgres, some);
    const full = await postgres.capture();
    await replyOf(postgres, 'truncate t');
    expect(await endOf(postgres, filling)).toBe('53100');
    await replyOf(postgres, 'insert into t values (1)');
    postgres.reinstate(full);
    expect(await endOf(postgres, `${some} union all select 1, repeat('x', 1000) from generate_series(1, 10000)`)).toBe(
      '53100',
    );
  });

  it('is full for scratch files too, where the learner has taken their limit away', async () => {
    await replyOf(postgres, 'set temp_file_limit to -1');
    const spilling = 'select count(*) from generate_series(1, 5000000)';
    expect(await endOf(postgres, spilling)).toBe('53100');
    await replyOf(postgres, 'reset temp_file_limit');
  });

  it('does not grow by files outside of the data directory either', async () => {
    expect(await endOf(postgres, "copy (select repeat('x', 1000) from generate_series(1, 100000)) to '/tmp/big'")).toBe(
      '53100',
    );
  });

  afterAll(() => postgres.close());
});

describe('the log', () => {
  const logSize = 'select sum(size) from pg_ls_waldir()';
  const longMessages = "select pg_logical_emit_message(false, 'x', repeat('x', 1000000)) from generate_series(1, 100)";

  it('is cut between transactions, whatever role the learner has taken', async () => {
    const postgres = await startTestPostgres(await readServerResources());
    await replyOf(
      postgres,
      'create role reader; grant execute on all functions in schema pg_catalog to reader; set role reader',
    );
    expect(await endOf(postgres, longMessages)).toBe('done');
    await postgres.checkpointBeyond(16 * megabyte);
    expect(await valueOf(postgres, 'select current_user')).toBe('reader');
    await replyOf(postgres, 'reset role');
    expect(Number(await valueOf(postgres, logSize))).toBeLessThanOrEqual(2 * megabyte);
    await postgres.close();
  });

  it('stops the growth of tables before it is full, and is a loss when it is', async () => {
    const postgres = await startTestPostgres(await readServerResources(), {
      ...diskLimits,
      logBytes: 8 * megabyte,
      lastLogBytes: 32 * megabyte,
    });
    await replyOf(postgres, 'create table t (a int, b text)');
    const start = await postgres.capture();
    expect(await endOf(postgres, filling)).toBe('53100');
    expect(await postgres.query(longMessages)).toMatchObject({
      ok: false,
      error: { reason: expect.stringMatching(/^PANIC: .*No space left on device$/) },
    });
    expect(await endOf(postgres, 'select 1')).toBe('lost');
    postgres.reinstate(start);
    expect(await valueOf(postgres, 'select count(*) from t')).toBe('0');
    await postgres.close();
  });

  it('is not written by a question', async () => {
    const postgres = await startTestPostgres(await readServerResources());
    await replyOf(postgres, 'create table t as select generate_series(1, 100000) a; checkpoint');
    const { rows } = await replyOf(postgres, 'explain (analyze, wal, costs off, timing off) select count(*) from t');
    expect(rows.flat().join('\n')).not.toContain('WAL');
    await postgres.close();
  });
});
