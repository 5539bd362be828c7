import { nsPerMs } from '#core/shared/simulation/model.ts';
import type { ApplicationPool, GoCounters, PoolState } from './pool-state.ts';

/** Go's `sql.DBStats`, with durations in ms. */
export interface PoolStatistics {
  /** 0 is unlimited. */
  readonly maxOpenConnections: number;
  /** In use and idle together, those that are being opened among the former. */
  readonly openConnections: number;
  readonly inUse: number;
  readonly idle: number;
  readonly waitCount: number;
  readonly waitDurationMs: number;
  readonly maxIdleClosed: number;
  readonly maxIdleTimeClosed: number;
  readonly maxLifetimeClosed: number;
}

/** What `db.Stats()` says in one application. */
export function statisticsOf({ open, idle, counters }: ApplicationPool, maxOpen: number): PoolStatistics {
  return statistics({ maxOpen, open, idle: idle.length }, counters);
}

/** Of all applications together. */
export function summedStatistics({ pools }: PoolState, maxOpen: number): PoolStatistics {
  const connections = { maxOpen: maxOpen * pools.length, open: 0, idle: 0 };
  for (const { open, idle } of pools) {
    connections.open += open;
    connections.idle += idle.length;
  }
  return statistics(connections, summedCounters(pools));
}

/** What Go counts, of all applications together. */
export function summedCounters(pools: readonly ApplicationPool[]): GoCounters {
  const sum = { waitCount: 0, waitDurationNs: 0, maxIdleClosed: 0, maxIdleTimeClosed: 0, maxLifetimeClosed: 0 };
  for (const { counters } of pools) {
    sum.waitCount += counters.waitCount;
    sum.waitDurationNs += counters.waitDurationNs;
    sum.maxIdleClosed += counters.maxIdleClosed;
    sum.maxIdleTimeClosed += counters.maxIdleTimeClosed;
    sum.maxLifetimeClosed += counters.maxLifetimeClosed;
  }
  return sum;
}

function statistics(
  { maxOpen, open, idle }: { readonly maxOpen: number; readonly open: number; readonly idle: number },
  { waitDurationNs, ...counters }: GoCounters,
): PoolStatistics {
  return {
    maxOpenConnections: maxOpen,
    openConnections: open,
    inUse: open - idle,
    idle,
    ...counters,
    waitDurationMs: waitDurationNs / nsPerMs,
  };
}
