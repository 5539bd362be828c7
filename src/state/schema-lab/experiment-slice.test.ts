import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { experiments } from '#core/type-experiments/experiments.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import type { AppStore } from '#state/app-store.ts';
import { openShop } from '#state/test-shop.ts';
import { progressOf } from './experiment-slice.ts';

const [sum] = experiments;

let engine: Engine;
let store: AppStore;

beforeAll(async () => {
  engine = await createNodeEngine();
  store = await openShop(engine);
});

afterAll(() => engine.close());

function progress() {
  return progressOf(store.getState().experimentProgress, sum);
}

it('runs an experiment beside the learner’s tables, which stay as they are', async () => {
  const before = await engine.catalog();
  store.getState().predict(sum, 'both');
  await store.getState().runExperiment(sum);
  const { outcomes, prediction } = progress();
  expect([prediction, outcomes && sum.answer(outcomes)]).toEqual(['both', 'second']);
  expect(await engine.catalog()).toEqual(before);
});

it('says nothing of values that it was not run with', async () => {
  await store.getState().runExperiment(sum);
  store.getState().setExperimentValue(sum, 'amount', '0.25');
  expect(progress()).toMatchObject({ outcomes: null, values: { count: '10', amount: '0.25' } });
  await store.getState().runExperiment(sum);
  expect(sum.answer(progress().outcomes ?? [])).toBe('both');
});
