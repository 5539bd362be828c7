import { describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { openShop } from '#state/test-shop.ts';

let engine: Engine;

engineForTests((started) => (engine = started));

describe('constraints under test', () => {
  it('are each refused and accepted what they should be, and leave the tables as they were', async () => {
    const store = await openShop(engine);
    await store.getState().testConstraints({ schema: 'public', name: 'product' });
    const { constraintTests } = store.getState();
    expect(constraintTests).toMatchObject({ kind: 'done', tablesDone: 1, tableCount: 1 });
    expect(constraintTests?.tests.map(({ constraint }) => constraint.kind)).toEqual(['primary key', 'not null']);
    expect(constraintTests?.tests.flatMap(({ outcomes }) => outcomes.map(({ agrees }) => agrees))).not.toContain(false);
    await store.getState().submitSql('select count(*) from product', 0);
    expect(store.getState().lastRun?.outcome.statements[0]).toMatchObject({ result: { rows: [['2']] } });
  });

  it('end when they are stopped between two questions, with what was found', async () => {
    const store = await openShop(engine);
    const testing = store.getState().testConstraints(null);
    await store.getState().stopRun();
    await testing;
    expect(store.getState().constraintTests).toMatchObject({ kind: 'ended', reason: 'Stopped.', tests: [] });
    expect(store.getState().activity).toBeNull();
  });
});
