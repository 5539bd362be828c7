import { integralUntil } from '#core/shared/time-average.ts';
import type { PoolState } from './pool-state.ts';
import { summedCounters } from './pool-statistics.ts';

const totalNames = [
  'ns',
  'requests',
  'completed',
  'failed',
  'timeouts',
  'leaked',
  'opened',
  'refused',
  'responseNs',
  // Of all applications together, as Go counts.
  'waitCount',
  'waitDurationNs',
  'maxIdleClosed',
  'maxIdleTimeClosed',
  'maxLifetimeClosed',
  // Waits in line that ended, however they did: those of which `waitDurationNs` is the sum.
  'waitsOver',
  // Integrals over time.
  'inUse',
  'waiting',
  'running',
] as const;

/** What is only ever added to: of two moments of a run, the difference is what happened between them. */
type PoolTotals = Record<(typeof totalNames)[number], number>;

/** Up to the last event. */
function totalsOf({ averages, counters, nowNs, pools }: PoolState): PoolTotals {
  const go = summedCounters(pools);
  return {
    ns: nowNs,
    requests: counters.requests,
    completed: counters.completed,
    failed: counters.failed,
    timeouts: counters.timeouts,
    leaked: counters.leaked,
    opened: counters.opened,
    refused: counters.refused,
    responseNs: counters.responseNs,
    ...go,
    waitsOver: go.waitCount - averages.waiting.value,
    inUse: integralUntil(averages.inUse, nowNs),
    waiting: integralUntil(averages.waiting, nowNs),
    running: integralUntil(averages.running, nowNs),
  };
}

export function totalsSince(state: PoolState, since: PoolState | null): PoolTotals {
  const total = totalsOf(state);
  if (since === null) return total;
  const before = totalsOf(since);
  for (const name of totalNames) total[name] -= before[name];
  return total;
}
