import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPool, playRequests, runPool } from './pool-fixtures.ts';
import { poolMetrics } from './pool-metrics.ts';
import { poolModel } from './pool-model.ts';
import type { PoolParams } from './pool-params.ts';
import type { GivenRequest } from './workload.ts';

function figures(params: Partial<PoolParams>, requests: readonly GivenRequest[]) {
  return poolMetrics(playRequests(params, requests).state, { ...plainPool, ...params });
}

describe('the figures of a run', () => {
  it('are over all requests, and beside them as Go has them over those that waited', () => {
    const requests = [
      { atMs: 0, holdMs: 100 },
      { atMs: 40, holdMs: 100 },
      { atMs: 300, holdMs: 100 },
    ];
    expect(figures({ maxOpen: 1, maxIdle: 1 }, requests)).toMatchObject({
      requests: 3,
      completed: 3,
      waitCount: 1,
      waitDurationMs: 60,
      meanWaitMs: 20,
      meanWaitOfWaitersMs: 60,
      p99WaitMs: 60,
      meanResponseMs: 120,
      p99ResponseMs: 160,
      opened: 1,
      mostWaiting: 1,
      // In use for 300 of 400 ms, and 60 ms of one waiting.
      meanInUse: 0.75,
      utilization: 0.75,
      meanWaiting: 0.15,
      meanRunning: 0.75,
      throughputPerS: 7.5,
    });
  });

  it('count who gave up among those who waited, and not who failed', () => {
    const requests = [0, 10, 20].map((atMs) => ({ atMs, holdMs: 100 }));
    const gaveUp = figures({ maxOpen: 1, timeoutMs: 50 }, requests);
    expect(gaveUp).toMatchObject({ timeouts: 2, completed: 1, waitCount: 2, waitDurationMs: 100 });
    expect(gaveUp.meanWaitMs).toBeCloseTo(100 / 3, 9);
    const failed = figures({ maxOpen: 1, outageAtS: 0.05, outageForS: 1, connectMs: 5 }, requests);
    expect(failed).toMatchObject({ failed: 3, completed: 0, waitCount: 2, meanWaitMs: 0 });
    expect(failed.waitDurationMs).toBeGreaterThan(60);
  });

  it('compare with the most that were open where there is no limit, and with those of all applications', () => {
    const requests = [0, 0].map((atMs, application) => ({ atMs, holdMs: 100, application }));
    expect(figures({ maxOpen: 0, applications: 2 }, requests).utilization).toBe(1);
    expect(figures({ maxOpen: 4, applications: 2 }, requests).utilization).toBe(0.25);
  });

  it('are no numbers where nothing was measured', () => {
    expect(figures({}, [])).toMatchObject({
      requests: 0,
      meanWaitMs: NaN,
      p99WaitMs: NaN,
      meanResponseMs: NaN,
      meanWaitOfWaitersMs: NaN,
      utilization: NaN,
      throughputPerS: NaN,
    });
  });
});

describe('the figures of a line that does not come to its end', () => {
  const requests = [0, 10, 20, 30].map((atMs) => ({ atMs, holdMs: 100 }));
  const at = (untilMs: number, params: Partial<PoolParams> = {}) =>
    poolMetrics(playRequests({ maxOpen: 1, waiters: 'first', ...params }, requests, { untilMs }).state, {
      ...plainPool,
      ...params,
      maxOpen: 1,
    });

  it('count who still waits with the wait so far', () => {
    // The last event at or before 150 ms is at 100 ms: one waited for 90 ms, two wait since 20 and 30 ms.
    expect(at(150)).toMatchObject({ p99WaitMs: 90, waitCount: 3, waitDurationMs: 90 });
    expect(at(150).meanWaitMs).toBeCloseTo((0 + 90 + 80 + 70) / 4, 9);
    expect(at(30).meanWaitMs).toBeCloseTo((0 + 20 + 10 + 0) / 4, 9);
  });

  it('divide the waits that are over by their number', () => {
    expect(at(30).meanWaitOfWaitersMs).toBe(NaN);
    expect(at(150).meanWaitOfWaitersMs).toBe(90);
    expect(at(10_000).meanWaitOfWaitersMs).toBe((90 + 180 + 270) / 3);
  });

  it('say how many of all requests were lost', () => {
    expect(at(10_000).lostFraction).toBe(0);
    expect(at(10_000, { timeoutMs: 50 })).toMatchObject({ timeouts: 3, lostFraction: 0.75 });
  });
});

describe('the figures since a moment', () => {
  const params = fc.record({
    maxOpen: fc.integer({ min: 0, max: 6 }),
    maxIdle: fc.integer({ min: 0, max: 6 }),
    timeoutMs: fc.constantFrom(0, 60),
    outageForS: fc.constantFrom(0, 1),
    applications: fc.integer({ min: 1, max: 3 }),
    connectMs: fc.constantFrom(0, 15),
  });

  /** A run in two parts, with copies of its state at the start, between them and at the end. */
  function twoParts(changes: Partial<PoolParams>, seed: number, events: number) {
    const all = { ...plainPool, forS: 4, outageAtS: 1, ...changes };
    const model = poolModel(all, seed);
    const state = model.start();
    const start = model.copy(state);
    runPool(model, state, events);
    const between = model.copy(state);
    const lines = [state.averages.waiting.value];
    while (runPool(model, state, 1).length > 0) lines.push(state.averages.waiting.value);
    return { all, start, between, end: state, lines };
  }

  it('are those of the whole run where the moment is its start', () => {
    fc.assert(
      fc.property(params, fc.nat(), fc.nat(500), (changes, seed, events) => {
        const { all, start, between, end } = twoParts(changes, seed, events);
        expect(poolMetrics(between, all, start)).toEqual(poolMetrics(between, all));
        expect(poolMetrics(end, all, start)).toEqual(poolMetrics(end, all));
      }),
      { numRuns: 40 },
    );
  });

  it('are what the two parts of a run have between them', () => {
    fc.assert(
      fc.property(params, fc.nat(), fc.nat(500), (changes, seed, events) => {
        const { all, between, end, lines } = twoParts(changes, seed, events);
        const [first, second, whole] = [
          poolMetrics(between, all),
          poolMetrics(end, all, between),
          poolMetrics(end, all),
        ];
        for (const name of [
          'requests',
          'completed',
          'failed',
          'timeouts',
          'waitCount',
          'opened',
          'maxIdleClosed',
        ] as const) {
          expect(first[name] + second[name]).toBe(whole[name]);
        }
        expect(second.mostWaiting).toBeGreaterThanOrEqual(Math.max(...lines));
        expect(second.mostWaiting).toBeLessThanOrEqual(whole.mostWaiting);
        const ns = end.nowNs - between.nowNs;
        fc.pre(between.nowNs > 0 && ns > 0);
        const sum = first.meanInUse * between.nowNs + second.meanInUse * ns;
        expect(sum / end.nowNs).toBeCloseTo(whole.meanInUse, 6);
        // Those that were on their way at the moment may all be lost after it, and few come.
        expect(second.lostFraction).toBeGreaterThanOrEqual(0);
        expect(second.lostFraction).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('compare who was lost with all who were there, and not only with those who came since', () => {
    const requests = [0, 10, 20, 30, 40].map((atMs) => ({ atMs, holdMs: 100 }));
    const impatient = { ...plainPool, maxOpen: 1, timeoutMs: 50 };
    const between = playRequests(impatient, requests, { untilMs: 30 }).state;
    const { state } = playRequests(impatient, requests);
    // Four were there, of whom three give up, as does the one who comes.
    expect(poolMetrics(state, impatient, between)).toMatchObject({ requests: 1, timeouts: 4, lostFraction: 0.8 });
  });

  it('have nothing measured at the moment itself', () => {
    const { all, between } = twoParts({ maxOpen: 6 }, 1, 300);
    expect(poolMetrics(between, all, between)).toMatchObject({
      requests: 0,
      opened: 0,
      throughputPerS: NaN,
      utilization: NaN,
      p99ResponseMs: NaN,
    });
  });
});
