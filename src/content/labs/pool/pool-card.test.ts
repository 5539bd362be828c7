import { describe, expect, it } from 'vitest';
import { poolEventKinds } from '#core/pool/pool-events.ts';
import { plainPool } from '#core/pool/pool-fixtures.ts';
import { poolMetricNames } from '#core/pool/pool-metrics.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import { checkValues, exampleValues, initialValues } from '#content/labs/lab-values.ts';
import { estimatedEvents, poolCard } from './pool-card.ts';
import { poolKind } from './pool-kind.ts';
import { poolParams } from './pool-values.ts';

const problems = (values: LabValues) => checkValues(poolCard, { ...exampleValues(poolCard), ...values }).problems;

describe('the card of the pool', () => {
  it('has a field for each parameter of the model, and none besides', () => {
    const { holdMs, ...others } = plainPool;
    const paths = [...Object.keys(others), ...Object.keys(holdMs).map((name) => `holdMs.${name}`)];
    expect(poolCard.fields.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    const read = poolParams({ ...initialValues(poolCard), maxOpen: 7, 'holdMs.mean': 3, waiters: 'last' });
    expect(Object.keys(read).toSorted()).toEqual(Object.keys(plainPool).toSorted());
    expect(read).toMatchObject({ maxOpen: 7, holdMs: { mean: 3, distribution: 'exponential' }, waiters: 'last' });
  });

  it("begins with Go's own settings", () => {
    expect(poolParams(initialValues(poolCard))).toMatchObject({
      maxOpen: 0,
      maxIdle: 2,
      maxLifetimeMs: 0,
      maxIdleTimeMs: 0,
      waiters: 'random',
      timeoutMs: 0,
      forS: 600,
    });
  });

  it('speaks of the figures and events that the model has', () => {
    expect(poolCard.metrics.map(({ name }) => name).toSorted()).toEqual([...poolMetricNames].toSorted());
    expect(poolCard.events.map(({ kind }) => kind).toSorted()).toEqual([...poolEventKinds].toSorted());
  });

  it('says before any figure how many were lost, where some were', () => {
    expect(poolCard.metrics[1]?.name).toBe('lostFraction');
    expect(poolCard.alarm).toBe('lostFraction');
  });

  it.each([
    [{ arrivalsPerS: 0 }, 'arrivalsPerS', 'must be from 0.1 to 100,000; found 0'],
    [{ 'holdMs.mean': 0 }, 'holdMs.mean', 'must be from 0.01 to 600,000; found 0'],
    [{ maxOpen: 10_001 }, 'maxOpen', 'must be a whole number from 0 to 10,000; found 10,001'],
    [{ maxOpen: 2.5 }, 'maxOpen', 'must be a whole number from 0 to 10,000; found 2.5'],
    [{ waiters: 'best' }, 'waiters', 'must be `random`, `first` or `last`; found “best”. Did you mean `last`?'],
    [{ leakFraction: 2 }, 'leakFraction', 'must be from 0 to 1; found 2'],
    [{ forS: 1e9 }, 'forS', 'must be from 1 to 86,400; found 1,000,000,000'],
    [
      { poolerSize: 50, maxConnections: 20 },
      'poolerSize',
      'must be at most 20, the connections that the server accepts; found 50',
    ],
    [
      { arrivalsPerS: 10_000, connectMs: 0, forS: 600 },
      'forS',
      'must be at most 500 with so many requests, as a run has at most 10 million events; found 600',
    ],
  ])('refuses %j', (values: LabValues, path, message) => {
    expect(problems(values)).toEqual([{ path, message }]);
  });

  it.each([
    {},
    { connectMs: 0 },
    { maxIdle: 0 },
    { maxOpen: 0, connectMs: 20 },
    { maxOpen: 3, timeoutMs: 100, maxIdleTimeMs: 1000, applications: 4 },
    { maxConnections: 3, maxOpen: 0, connectMs: 1 },
  ])('estimates about as many events as %j makes, and not fewer', (changes: LabValues) => {
    const values = { ...exampleValues(poolCard), ...changes };
    const run = poolKind.simulate(values, 3);
    while (run.advance(100_000).kind === 'computing');
    const share = run.summary().length / estimatedEvents(poolParams(values));
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(1.05);
  });
});
