import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine, EngineEvent, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { done, failureOf, lastOf, rowsOf } from '#engine/test-questions.ts';

let engine: Engine;
let events: EngineEvent[];

beforeEach(async () => {
  engine = await createNodeEngine();
  events = [];
  engine.subscribe((event) => {
    if (event.kind !== 'changed') events.push(event);
  });
});

afterEach(() => engine.close());

async function keep(): Promise<SnapshotId> {
  const kept = await engine.snapshot();
  if (!kept.ok) throw new Error('no snapshot');
  return kept.value;
}

const fatalRecursion = `set max_stack_depth to '6MB';
  create function deeper(a int) returns int language plpgsql as 'begin return deeper(a + 1); end';
  select deeper(1)`;
const overflow = { kind: 'engine-lost', reason: 'Maximum call stack size exceeded' } as const;

describe('a lost database', () => {
  it('is reported with the statement that cost it its life, and is back with all that was committed', async () => {
    await done(engine, "create table t (a int); insert into t values (1); set work_mem to '3MB'");
    const outcome = await engine.run(`insert into t values (2); ${fatalRecursion}; select 2`);
    expect(outcome.statements.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'failed', 'skipped']);
    expect(outcome.statements.at(-2)).toMatchObject({ failure: overflow });
    expect(events).toEqual([{ kind: 'lost', failure: overflow }, { kind: 'recovered' }]);
    expect(await rowsOf(engine, 'select a from t order by a')).toEqual([['1'], ['2']]);
    expect(await rowsOf(engine, 'show work_mem')).toEqual([['4MB']]);
  });

  it('is back without a transaction that was open', async () => {
    await done(engine, 'create table t (a int); begin; insert into t values (1)');
    const outcome = await engine.run(`insert into t values (2); ${fatalRecursion}`);
    expect(outcome.transaction).toBe('idle');
    expect(await rowsOf(engine, 'select a from t')).toEqual([]);
  });

  it('goes on with its sequences, and keeps its kept states', async () => {
    await done(engine, 'create table t (a serial, b text); insert into t (b) select 1 from generate_series(1, 40)');
    const kept = await keep();
    await engine.run(`delete from t; ${fatalRecursion}`);
    const [[next]] = (await rowsOf(engine, 'insert into t (b) values (1) returning a')) as [[string]];
    expect(Number(next)).toBeGreaterThan(40);
    await engine.restore(kept);
    expect(await rowsOf(engine, 'select count(*) from t')).toEqual([['40']]);
    expect(await rowsOf(engine, 'insert into t (b) values (1) returning a')).toEqual([['41']]);
  });

  it('is not what endless recursion leads to under the usual settings', async () => {
    const recursion = fatalRecursion.replace(/^set.*;/, '');
    expect(await failureOf(engine, recursion)).toMatchObject({ sqlState: '54001' });
    expect(events).toEqual([]);
  });
});

describe('restore', () => {
  it('goes by the files where a library was loaded since, and says that the session is a new one', async () => {
    await done(engine, "create table t (a int); insert into t values (1); set work_mem to '3MB'");
    const first = await keep();
    await done(engine, 'insert into t values (2)');
    await done(engine, "load 'pgoutput'");
    expect(await engine.restore(first)).toEqual({ ok: true, value: undefined });
    expect(events).toMatchObject([{ kind: 'lost' }, { kind: 'recovered' }]);
    expect(await rowsOf(engine, 'select a from t')).toEqual([['1']]);
    expect(await rowsOf(engine, 'show work_mem')).toEqual([['4MB']]);

    events.length = 0;
    await done(engine, 'drop table t');
    await engine.restore(first);
    expect(await rowsOf(engine, 'select a from t')).toEqual([['1']]);
    expect(events).toEqual([]);
  });

  it('brings back each of many states, the first ones too', async () => {
    await done(engine, 'create table t (a int)');
    const kept: SnapshotId[] = [];
    for (let count = 1; count <= 24; count += 1) {
      await done(engine, `insert into t values (${count})`);
      kept.push(await keep());
    }
    for (const index of [23, 0, 12, 1, 23]) {
      await engine.restore(kept[index] ?? (await keep()));
      expect(await rowsOf(engine, 'select count(*) from t')).toEqual([[`${index + 1}`]]);
    }
  });

  it('brings back what another engine had', async () => {
    await done(engine, 'create table t (a serial primary key, b text)');
    await done(engine, "insert into t (b) select repeat('x', 500) from generate_series(1, 2000)");
    const other = await engine.spawn('copy');
    await other.restore(other.adopt(engine.state()));
    expect(await rowsOf(other, 'select count(*), max(length(b)) from t')).toEqual([['2000', '500']]);
    await other.close();
  });
});

describe('probe', () => {
  it('leaves nothing behind even where a library was loaded in it, but the session', async () => {
    await done(engine, "create table t (a int); set work_mem to '3MB'");
    const before = engine.state();
    await engine.probe("load 'pgoutput'; insert into t values (1); commit");
    expect(events).toMatchObject([{ kind: 'lost' }, { kind: 'recovered' }]);
    expect([...engine.state().files.keys()]).toEqual(expect.arrayContaining([...before.files.keys()]));
    expect(await rowsOf(engine, "select count(*), current_setting('work_mem') from t")).toEqual([['0', '4MB']]);
  });

  it('changes no file', async () => {
    await done(engine, 'create table t (a int)');
    await engine.probe('select 1');
    const before = engine.state();
    await engine.probe('insert into t select generate_series(1, 5000); commit; checkpoint');
    expect(engine.state()).toBe(before);
  });
});

describe('stop', () => {
  // A statement in this thread can be stopped only by what it causes itself: its notice comes in the middle of it, the
  // news of changed files at its end.
  it('keeps exactly the statements that are reported as done, whenever it comes', async () => {
    await done(engine, 'create table t (a int)');
    const cut = { notice: 0, changed: 0 };
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('notice', 'changed'),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 10 }),
        async (trigger, occurrence, beginAt) => {
          round += 1;
          const script = Array.from(
            { length: 10 },
            (_, index) => `do 'begin insert into t values (${round * 100 + index}); raise notice ''!''; end'`,
          );
          let heard = 0;
          let stopped: Promise<void> = Promise.resolve();
          const unsubscribe = engine.subscribe(({ kind }) => {
            if (kind === trigger && (heard += 1) === occurrence) stopped = engine.stop();
          });
          const { statements, transaction } = await engine.run(script.toSpliced(beginAt, 0, 'begin').join(';'));
          unsubscribe();
          await stopped;
          if (transaction === 'open') await engine.run('rollback');
          else cut[trigger] += 1;
          const committed = statements.filter(({ kind }, index) => kind === 'done' && index < beginAt);
          expect(await rowsOf(engine, `select count(*) from t where a >= ${round * 100}`)).toEqual([
            [`${committed.length}`],
          ]);
        },
      ),
      {
        numRuns: 15,
        // One that is surely cut short by each.
        examples: [
          ['notice', 3, 10],
          ['changed', 2, 10],
        ],
      },
    );
    expect(cut.notice).toBeGreaterThan(0);
    expect(cut.changed).toBeGreaterThan(0);
  });

  it('is nothing where nothing runs', async () => {
    await done(engine, "set work_mem to '3MB'");
    await engine.stop();
    expect(events).toEqual([]);
    expect(await rowsOf(engine, 'show work_mem')).toEqual([['3MB']]);
  });

  it('lets what was asked before it and not begun be done after it', async () => {
    await done(engine, 'create table t (a int)');
    const running = engine.run('insert into t values (1); insert into t values (2)');
    const counted = engine.run('select count(*) from t');
    await engine.stop();
    await running;
    expect(lastOf(await counted)).toMatchObject({ kind: 'done', result: { rows: [[expect.any(String)]] } });
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

  it('reports changed files before it reports the statement', async () => {
    const heard: string[] = [];
    engine.subscribe(({ kind }) => heard.push(kind));
    await engine.run('create table t (a int)').then(() => heard.push('done'));
    expect(heard[0]).toBe('changed');
    expect(heard.at(-1)).toBe('done');
  });

  it('starts others that share nothing with it', async () => {
    const other = await engine.spawn('follower');
    await done(engine, 'create table t (a int)');
    expect(await failureOf(other, 'table t')).toMatchObject({ sqlState: '42P01' });
    await other.close();
  });
});
