import { describe, expect, it } from 'vitest';
import { addToMoments, emptyMoments, varianceOf } from '#core/shared/running-moments.ts';
import { erlangB, erlangWait, erlangWaitQuantile } from './erlang.ts';
import { plainPool, runSilently } from './pool-fixtures.ts';
import { poolMetrics } from './pool-metrics.ts';
import { poolModel } from './pool-model.ts';
import type { PoolParams } from './pool-params.ts';

/* Poisson arrivals and exponential holds at c connections that cost nothing to open are M/M/c: Erlang's formulas hold. */

const holdMs = 50;

function markovian(connections: number, utilization: number, arrivals: number): PoolParams {
  const arrivalsPerS = (connections * utilization * 1000) / holdMs;
  const hold = { mean: holdMs, distribution: 'exponential' } as const;
  return {
    ...plainPool,
    maxOpen: connections,
    maxIdle: connections,
    arrivalsPerS,
    holdMs: hold,
    forS: arrivals / arrivalsPerS,
  };
}

function measured(params: PoolParams, seed: number) {
  return poolMetrics(runSilently(poolModel(params, seed)), params);
}

/** How far a figure is from the true one, as a share of it. */
const distance = (figure: number, truth: number) => Math.abs(figure / truth - 1);

describe('the mean wait over many seeds', () => {
  it.each([
    [1, 0.5],
    [1, 0.8],
    [2, 0.5],
    [2, 0.8],
    [10, 0.7],
    [10, 0.8],
    [20, 0.8],
  ])('is that of Erlang C within its confidence bounds, at %s connections used at %s', (connections, utilization) => {
    const truth = erlangWait(connections, connections * utilization, holdMs);
    const means = emptyMoments();
    for (let seed = 0; seed < 30; seed++) {
      addToMoments(means, measured(markovian(connections, utilization, 15_000), seed).meanWaitMs);
    }
    // Student's t with 29 degrees of freedom is beyond 4.5 once in 10,000.
    expect(Math.abs(means.mean - truth)).toBeLessThan(4.5 * Math.sqrt(varianceOf(means) / means.count));
    expect(distance(means.mean, truth)).toBeLessThan(0.1);
  });
});

describe('four million arrivals', () => {
  it.each([
    [10, 0.8, 0.02],
    [20, 0.9, 0.04],
  ])('wait as Erlang C says, at %s connections used at %s, within %s', { timeout: 120_000 }, (places, used, bound) => {
    const { meanInUse, meanWaiting, meanWaitMs, utilization } = measured(markovian(places, used, 4_000_000), 1);
    const truth = erlangWait(places, places * used, holdMs);
    expect(distance(meanWaitMs, truth)).toBeLessThan(bound);
    expect(distance(meanWaiting, (places * used * truth) / holdMs)).toBeLessThan(bound);
    expect(distance(utilization, used)).toBeLessThan(0.005);
    expect(distance(meanInUse, places * used)).toBeLessThan(0.005);
  });
});

describe('who is served next', () => {
  /** The 99th percentile of the wait in hold times: truth from an independent simulation, and from the formula. */
  const disciplines = [
    ['first', 1.85],
    ['random', 2.66],
    ['last', 4.06],
  ] as const;

  it.each(disciplines)('makes the longest waits others (%s: %s holds) and the mean the same', (waiters, p99) => {
    const metrics = measured({ ...markovian(10, 0.8, 1_500_000), waiters }, 1);
    expect(distance(metrics.p99WaitMs / holdMs, p99)).toBeLessThan(0.04);
    // Over 20 seeds the mean of so many arrivals has a standard deviation of 1.6 %.
    expect(distance(metrics.meanWaitMs, erlangWait(10, 8, holdMs))).toBeLessThan(0.05);
  });

  it('is by the formula where who came first is first', () => {
    expect(distance(erlangWaitQuantile(10, 8, 1, 0.99), 1.85)).toBeLessThan(0.01);
  });
});

describe('requests that do not wait', () => {
  it('are refused as often as Erlang B says', () => {
    const params = { ...markovian(10, 0.8, 1_000_000), timeoutMs: 1e-6 };
    const { requests, timeouts } = measured(params, 1);
    expect(distance(timeouts / requests, erlangB(10, 8))).toBeLessThan(0.02);
  });
});

describe('a server of one core', () => {
  it.each(['exponential', 'constant', 'lognormal'] as const)(
    'has the mean response S ÷ (1 − ρ) of processor sharing, with %s work as with any other',
    (distribution) => {
      const params = { ...markovian(1, 0.7, 400_000), maxOpen: 0, cores: 1, holdMs: { mean: holdMs, distribution } };
      const { meanResponseMs, meanRunning } = measured(params, 1);
      expect(distance(meanResponseMs, holdMs / 0.3)).toBeLessThan(0.04);
      expect(distance(meanRunning, 0.7 / 0.3)).toBeLessThan(0.04);
    },
  );

  it('behind ten connections keeps that mean: exponential work does not mind in which order it is done', () => {
    const params = { ...markovian(1, 0.7, 200_000), maxOpen: 10, cores: 1, waiters: 'first' } as const;
    const { meanResponseMs } = measured(params, 1);
    expect(distance(meanResponseMs, holdMs / 0.3)).toBeLessThan(0.04);
  });
});
