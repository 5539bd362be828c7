import { histogramSince, quantileOf } from '#core/shared/quantile-histogram.ts';
import { nsPerMs, nsPerS } from '#core/shared/simulation/model.ts';
import type { PoolParams } from './pool-params.ts';
import type { PoolState } from './pool-state.ts';
import { totalsSince } from './pool-totals.ts';
import { waitsSince } from './pool-waits.ts';
import { highestSince, levelsAtZero } from './reached-levels.ts';

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
  'lostFraction',
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
 * The figures of a run up to its last event, or from an earlier moment of it up to there. Waits are over all requests that
 * got a connection, gave up or are still in line, zero for those that did not wait. NaN where nothing was measured.
 */
export function poolMetrics(
  state: PoolState,
  { applications, maxOpen }: PoolParams,
  since: PoolState | null = null,
): Record<PoolMetricName, number> {
  const { waits, totalNs } = waitsSince(state, since);
  const responses = since === null ? state.responses : histogramSince(state.responses, since.responses);
  const total = totalsSince(state, since);
  const lost = total.failed + total.timeouts;
  const { levels } = state;
  const meanInUse = ratio(total.inUse, total.ns);
  const capacity =
    maxOpen > 0 ? maxOpen * applications : highestSince(levels.open, since?.levels.open ?? levelsAtZero());
  return {
    waitCount: total.waitCount,
    meanWaitMs: ratio(totalNs, waits.count) / nsPerMs,
    p95WaitMs: quantileOf(waits, 0.95) / nsPerMs,
    p99WaitMs: quantileOf(waits, 0.99) / nsPerMs,
    timeouts: total.timeouts,
    utilization: ratio(meanInUse, capacity),
    maxIdleClosed: total.maxIdleClosed,
    maxIdleTimeClosed: total.maxIdleTimeClosed,
    maxLifetimeClosed: total.maxLifetimeClosed,
    waitDurationMs: total.waitDurationNs / nsPerMs,
    meanWaitOfWaitersMs: ratio(total.waitDurationNs / nsPerMs, total.waitsOver),
    requests: total.requests,
    completed: total.completed,
    failed: total.failed,
    lostFraction: ratio(lost, total.requests + (since === null ? 0 : onTheirWay(since))),
    leaked: total.leaked,
    opened: total.opened,
    refused: total.refused,
    throughputPerS: ratio(total.completed * nsPerS, total.ns),
    meanResponseMs: ratio(total.responseNs, responses.count) / nsPerMs,
    p99ResponseMs: quantileOf(responses, 0.99) / nsPerMs,
    meanInUse,
    meanWaiting: ratio(total.waiting, total.ns),
    mostWaiting: highestSince(levels.waiting, since?.levels.waiting ?? levelsAtZero()),
    meanRunning: ratio(total.running, total.ns),
  };
}

/** Requests that came and have not met their end. */
function onTheirWay({ counters }: PoolState): number {
  return counters.requests - counters.completed - counters.failed - counters.timeouts - counters.leaked;
}

/** NaN where there is nothing to divide by. */
function ratio(amount: number, by: number): number {
  return by === 0 ? NaN : amount / by;
}
