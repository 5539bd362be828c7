import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine, EngineEvent, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from './node-engine.ts';
import { done, failureOf, rowsOf } from './test-questions.ts';

let engine: Engine;
let events: EngineEvent[];

beforeEach(async () => {
  engine = await createNodeEngine();
  events = [];
  engine.subscribe((event) => events.push(event));
});

afterEach(() => engine.close());

async function keep(): Promise<SnapshotId> {
  const kept = await engine.snapshot();
  if (!kept.ok) throw new Error('no snapshot');
  return kept.value;
}

const endlessRecursion = `set max_stack_depth to '6MB';
  create function deeper(a int) returns int language plpgsql as 'begin return deeper(a + 1); end';
  select deeper(1); select 2`;

describe('a lost database', () => {
  it('is reported with the statement that cost it its life, and is back as the snapshot held it', async () => {
    await keep();
    await done(engine, 'create table t (a int); begin; insert into t values (1)');
    await keep();
    const outcome = await engine.run(`insert into t values (2); ${endlessRecursion}`);
    const lost = { kind: 'engine-lost', reason: 'Maximum call stack size exceeded' };
    expect(outcome.statements.at(-2)).toMatchObject({ kind: 'failed', failure: lost });
    expect(outcome.statements.at(-1)).toMatchObject({ kind: 'skipped' });
    expect(outcome.transaction).toBe('open');
    expect(events).toEqual([
      { kind: 'lost', failure: lost },
      { kind: 'recovered', kept: 'snapshot' },
    ]);
    expect(await rowsOf(engine, 'select a from t')).toEqual([['1']]);
  });

  it('is back empty when nothing was kept', async () => {
    await done(engine, 'create table t (a int)');
    const failure = { kind: 'engine-lost', reason: 'Unhandled cmd' };
    expect(await failureOf(engine, "copy t to program 'cat'")).toEqual(failure);
    expect(events).toEqual([
      { kind: 'lost', failure },
      { kind: 'recovered', kept: 'nothing' },
    ]);
    expect(await failureOf(engine, 'table t')).toMatchObject({ sqlState: '42P01' });
  });

  it('is not what endless recursion leads to under the usual settings', async () => {
    const recursion = endlessRecursion.replace(/^set.*;/, '');
    expect(await failureOf(engine, recursion)).toMatchObject({ sqlState: '54001' });
    expect(events).toEqual([]);
  });
});

describe('restore', () => {
  it('goes by the files where a library was loaded since, and says that the session is lost', async () => {
    await done(engine, "create table t (a int); insert into t values (1); set work_mem to '3MB'");
    const first = await keep();
    await done(engine, 'insert into t values (2)');
    await done(engine, "load 'pgoutput'");
    expect(await engine.restore(first)).toEqual({ ok: true, value: undefined });
    expect(events).toMatchObject([{ kind: 'lost' }, { kind: 'recovered', kept: 'snapshot' }]);
    expect(await rowsOf(engine, 'select a from t')).toEqual([['1']]);
    expect(await rowsOf(engine, 'show work_mem')).toEqual([['4MB']]);

    events.length = 0;
    await done(engine, 'drop table t');
    await engine.restore(first);
    expect(await rowsOf(engine, 'select a from t')).toEqual([['1']]);
    expect(events).toEqual([]);
  });
});

describe('probe', () => {
  it('leaves nothing behind even where a library was loaded in it, but the session', async () => {
    await done(engine, "create table t (a int); set work_mem to '3MB'");
    await engine.probe("load 'pgoutput'; insert into t values (1); commit");
    expect(events).toMatchObject([{ kind: 'lost' }, { kind: 'recovered', kept: 'snapshot' }]);
    expect(await rowsOf(engine, "select count(*), current_setting('work_mem') from t")).toEqual([['0', '4MB']]);
  });
});

describe('stop', () => {
  it('goes back to the snapshot taken or restored last, even if that was forgotten', async () => {
    await done(engine, 'create table t (a int)');
    const first = await keep();
    await done(engine, 'insert into t values (1)');
    await keep();
    await engine.restore(first);
    engine.forget(first);
    await done(engine, 'insert into t values (2), (3)');
    await engine.stop();
    expect(events).toEqual([
      { kind: 'lost', failure: { kind: 'stopped', afterMs: 0 } },
      { kind: 'recovered', kept: 'snapshot' },
    ]);
    expect(await rowsOf(engine, 'select count(*) from t')).toEqual([['0']]);
  });
});

describe('an engine', () => {
  it('does what it is asked in the order in which it is asked', async () => {
    const created = engine.run('create table t (a int)');
    const kept = engine.snapshot();
    const inserted = engine.run('insert into t values (1)');
    const counted = rowsOf(engine, 'select count(*) from t');
    await Promise.all([created, kept, inserted]);
    expect(await counted).toEqual([['1']]);
  });

  it('starts others that share nothing with it', async () => {
    const other = await engine.spawn('follower');
    await done(engine, 'create table t (a int)');
    expect(await failureOf(other, 'table t')).toMatchObject({ sqlState: '42P01' });
    await other.close();
  });
});
