import { quantileOf } from '#core/shared/quantile-histogram.ts';
import { nsPerMs, nsPerS } from '#core/shared/simulation/model.ts';
import { averageUntil } from '#core/shared/time-average.ts';
import type { PoolParams } from './pool-params.ts';
import type { PoolState } from './pool-state.ts';
import { summedStatistics } from './pool-statistics.ts';

export const poolMetricNames = [
  'waitCount',
  'meanWaitMs',
  'p95WaitMs',
  'p99WaitMs',
  'timeouts',
  'utilization',
  'maxIdleClosed',
  'maxIdleTimeClosed',
  'maxLifetimeClosed',
  'waitDurationMs',
  'meanWaitOfWaitersMs',
  'requests',
  'completed',
  'failed',
  'leaked',
  'opened',
  'refused',
  'throughputPerS',
  'meanResponseMs',
  'p99ResponseMs',
  'meanInUse',
  'meanWaiting',
  'mostWaiting',
  'meanRunning',
] as const;

export type PoolMetricName = (typeof poolMetricNames)[number];

/**
 * The figures of a run up to its last event. Waits are over all requests that got a connection or gave up, zero for those
 * that did not wait; `meanWaitOfWaitersMs` is Go's WaitDuration ÷ WaitCount. NaN where nothing was measured.
 */
export function poolMetrics(state: PoolState, { applications, maxOpen }: PoolParams): Record<PoolMetricName, number> {
  const { averages, counters, nowNs, responses, waits } = state;
  const statistics = summedStatistics(state, maxOpen);
  const meanInUse = nowNs === 0 ? NaN : averageUntil(averages.inUse, nowNs);
  const capacity = maxOpen > 0 ? maxOpen * applications : counters.mostOpen;
  return {
    waitCount: statistics.waitCount,
    meanWaitMs: ratio(counters.waitOfServedNs, waits.count) / nsPerMs,
    p95WaitMs: quantileOf(waits, 0.95) / nsPerMs,
    p99WaitMs: quantileOf(waits, 0.99) / nsPerMs,
    timeouts: counters.timeouts,
    utilization: ratio(meanInUse, capacity),
    maxIdleClosed: statistics.maxIdleClosed,
    maxIdleTimeClosed: statistics.maxIdleTimeClosed,
    maxLifetimeClosed: statistics.maxLifetimeClosed,
    waitDurationMs: statistics.waitDurationMs,
    meanWaitOfWaitersMs: ratio(statistics.waitDurationMs, statistics.waitCount),
    requests: counters.requests,
    completed: counters.completed,
    failed: counters.failed,
    leaked: counters.leaked,
    opened: counters.opened,
    refused: counters.refused,
    throughputPerS: ratio(counters.completed * nsPerS, nowNs),
    meanResponseMs: ratio(counters.responseNs, responses.count) / nsPerMs,
    p99ResponseMs: quantileOf(responses, 0.99) / nsPerMs,
    meanInUse,
    meanWaiting: nowNs === 0 ? NaN : averageUntil(averages.waiting, nowNs),
    mostWaiting: averages.waiting.maximum,
    meanRunning: nowNs === 0 ? NaN : averageUntil(averages.running, nowNs),
  };
}

/** NaN where there is nothing to divide by. */
function ratio(amount: number, by: number): number {
  return by === 0 ? NaN : amount / by;
}
