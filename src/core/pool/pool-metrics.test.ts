import { describe, expect, it } from 'vitest';
import { plainPool, playRequests } from './pool-fixtures.ts';
import { poolMetrics } from './pool-metrics.ts';
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
