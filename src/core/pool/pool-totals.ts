import { integralUntil } from '#core/shared/time-average.ts';
import type { PoolState } from './pool-state.ts';

/** What is only ever added to: of two moments of a run, the difference is what happened between them. */
export interface PoolTotals {
  readonly ns: number;
  readonly requests: number;
  readonly completed: number;
  readonly failed: number;
  readonly timeouts: number;
  readonly leaked: number;
  readonly opened: number;
  readonly refused: number;
  readonly responseNs: number;
  /** Of all applications together, as Go counts. */
  readonly waitCount: number;
  readonly waitDurationNs: number;
  readonly maxIdleClosed: number;
  readonly maxIdleTimeClosed: number;
  readonly maxLifetimeClosed: number;
  /** Waits in line that ended, however they did: those of which `waitDurationNs` is the sum. */
  readonly waitsOver: number;
  /** Integrals over time. */
  readonly inUse: number;
  readonly waiting: number;
  readonly running: number;
}

/** Up to the last event. */
export function totalsOf({ averages, counters, nowNs, pools }: PoolState): PoolTotals {
  const go = { waitCount: 0, waitDurationNs: 0, maxIdleClosed: 0, maxIdleTimeClosed: 0, maxLifetimeClosed: 0 };
  for (const pool of pools) {
    go.waitCount += pool.counters.waitCount;
    go.waitDurationNs += pool.counters.waitDurationNs;
    go.maxIdleClosed += pool.counters.maxIdleClosed;
    go.maxIdleTimeClosed += pool.counters.maxIdleTimeClosed;
    go.maxLifetimeClosed += pool.counters.maxLifetimeClosed;
  }
  const { requests, completed, failed, timeouts, leaked, opened, refused, responseNs } = counters;
  return {
    ns: nowNs,
    ...{ requests, completed, failed, timeouts, leaked, opened, refused, responseNs },
    ...go,
    waitsOver: go.waitCount - averages.waiting.value,
    inUse: integralUntil(averages.inUse, nowNs),
    waiting: integralUntil(averages.waiting, nowNs),
    running: integralUntil(averages.running, nowNs),
  };
}

export function grownBy(total: PoolTotals, before: PoolTotals | null): PoolTotals {
  if (before === null) return total;
  const names = Object.keys(total) as (keyof PoolTotals)[];
  return Object.fromEntries(names.map((name) => [name, total[name] - before[name]])) as Record<
    keyof PoolTotals,
    number
  >;
}
