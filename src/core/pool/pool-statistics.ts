import type { ApplicationPool, PoolState } from './pool-state.ts';

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
  return {
    maxOpenConnections: maxOpen,
    openConnections: open,
    inUse: open - idle.length,
    idle: idle.length,
    waitCount: counters.waitCount,
    waitDurationMs: counters.waitDurationNs / 1e6,
    maxIdleClosed: counters.maxIdleClosed,
    maxIdleTimeClosed: counters.maxIdleTimeClosed,
    maxLifetimeClosed: counters.maxLifetimeClosed,
  };
}

/** Of all applications together. */
export function summedStatistics({ pools }: PoolState, maxOpen: number): PoolStatistics {
  const sum = {
    maxOpenConnections: 0,
    openConnections: 0,
    inUse: 0,
    idle: 0,
    waitCount: 0,
    waitDurationMs: 0,
    maxIdleClosed: 0,
    maxIdleTimeClosed: 0,
    maxLifetimeClosed: 0,
  };
  for (const pool of pools) {
    const statistics = statisticsOf(pool, maxOpen);
    for (const name of statisticNames) sum[name] += statistics[name];
  }
  return sum;
}

const statisticNames = [
  'maxOpenConnections',
  'openConnections',
  'inUse',
  'idle',
  'waitCount',
  'waitDurationMs',
  'maxIdleClosed',
  'maxIdleTimeClosed',
  'maxLifetimeClosed',
] as const satisfies readonly (keyof PoolStatistics)[];
