import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { AskingEngine } from './asking-engine.ts';

/** PostgreSQL in WebAssembly does not survive it. */
const fatal = "select repeat('[', 100000)::json";

let engine: Engine;
let empty: SnapshotId;
let asking: AskingEngine;

beforeAll(async () => {
  engine = await createNodeEngine();
  const kept = await engine.snapshot();
  if (!kept.ok) throw new Error('no snapshot');
  empty = kept.value;
});

afterAll(() => engine.close());

beforeEach(async () => {
  await engine.restore(empty);
  await engine.run('create table t (a int); insert into t values (1)');
  asking = new AskingEngine(engine, {});
});

describe('an engine that a check asks', () => {
  it('answers as the engine does, failures of statements included', async () => {
    expect((await asking.probe('select a from t')).statements).toMatchObject([{ result: { rows: [['1']] } }]);
    expect((await asking.probe('select b from t')).statements).toMatchObject([{ failure: { sqlState: '42703' } }]);
    expect(asking.interruption).toBeNull();
  });

  it('runs nothing more once the database was lost on the way, and gives the same failure', async () => {
    const [lost] = (await asking.run(fatal)).statements;
    const failure = lost?.kind === 'failed' ? lost.failure : null;
    expect(failure).toMatchObject({ kind: 'engine-lost' });
    expect((await asking.run('insert into t values (2)')).statements).toMatchObject([{ kind: 'failed', failure }]);
    expect(await asking.catalog()).toEqual({ ok: false, error: failure });
    expect(await asking.snapshot()).toEqual({ ok: false, error: failure });
    expect((await engine.run('select count(*) from t')).statements).toMatchObject([{ result: { rows: [['1']] } }]);
    expect(asking.interruption).toEqual(failure);
  });

  it('still puts back what it has borrowed', async () => {
    const borrowed = await asking.snapshot();
    await asking.run(`delete from t; ${fatal}`);
    if (borrowed.ok) await asking.restore(borrowed.value);
    expect((await engine.run('select count(*) from t')).statements).toMatchObject([{ result: { rows: [['1']] } }]);
  });
});
