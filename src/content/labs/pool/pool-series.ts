import type { PoolState } from '#core/pool/pool-state.ts';
import { nsPerMs, nsPerS } from '#core/shared/simulation/model.ts';
import { integralUntil } from '#core/shared/time-average.ts';
import type { PoolSeriesName } from './pool-figures.ts';

/** Integrals over time and counters, up to a time at or after the last event. */
export function poolTotals({ averages, counters, responses, waits }: PoolState, atNs: number): readonly number[] {
  return [
    integralUntil(averages.inUse, atNs),
    integralUntil(averages.idle, atNs),
    integralUntil(averages.waiting, atNs),
    counters.requests,
    counters.completed,
    counters.failed + counters.timeouts,
    counters.waitOfServedNs,
    waits.count,
    counters.responseNs,
    responses.count,
  ];
}

/** What went on between two such totals. NaN where nothing was measured. */
export function poolSeries(
  from: readonly number[],
  to: readonly number[],
  widthNs: number,
): Readonly<Record<PoolSeriesName, number>> {
  const grown = to.map((total, index) => total - (from[index] ?? 0));
  const [inUse = 0, idle = 0, waiting = 0, requests = 0, completed = 0, lost = 0] = grown;
  const [waitedNs = 0, waits = 0, responseNs = 0, responses = 0] = grown.slice(6);
  return {
    inUse: inUse / widthNs,
    idle: idle / widthNs,
    waiting: waiting / widthNs,
    arrivals: (requests / widthNs) * nsPerS,
    completed: (completed / widthNs) * nsPerS,
    lost: (lost / widthNs) * nsPerS,
    meanWaitMs: waits === 0 ? NaN : waitedNs / waits / nsPerMs,
    meanResponseMs: responses === 0 ? NaN : responseNs / responses / nsPerMs,
  };
}
