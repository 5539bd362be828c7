import { copyQueue, emptyQueue } from '#core/shared/event-queue.ts';
import { copyHistogram, emptyHistogram } from '#core/shared/quantile-histogram.ts';
import { randomStreams } from '#core/shared/random.ts';
import { startAverage } from '#core/shared/time-average.ts';
import { type ApplicationPool, type PoolState, streamNames } from './pool-state.ts';
import { copyLevels, levelsAtZero } from './reached-levels.ts';
import { copyServer, idleServer } from './server.ts';
import { copySlots, emptySlots } from './slots.ts';
import { copyLine, emptyLine } from './waiting-line.ts';

/** Before anything happened and with nothing scheduled. */
export function emptyPoolState(applications: number, seed: number): PoolState {
  return {
    nowNs: 0,
    queue: emptyQueue(),
    idleDeadlines: 0,
    streams: randomStreams(seed, streamNames),
    arrivalAtNs: null,
    diesAtNs: null,
    returnsAtNs: null,
    isDatabaseDown: false,
    requests: emptySlots(),
    pools: Array.from({ length: applications }, emptyPool),
    server: idleServer(),
    averages: {
      inUse: startAverage(0, 0),
      idle: startAverage(0, 0),
      waiting: startAverage(0, 0),
      running: startAverage(0, 0),
      atPooler: startAverage(0, 0),
    },
    counters: {
      requests: 0,
      completed: 0,
      failed: 0,
      leaked: 0,
      timeouts: 0,
      connections: 0,
      opened: 0,
      refused: 0,
      unreachable: 0,
      waitOfServedNs: 0,
      responseNs: 0,
    },
    levels: { waiting: levelsAtZero(), open: levelsAtZero() },
    waits: emptyHistogram(),
    responses: emptyHistogram(),
    last: {
      application: 0,
      request: 0,
      connection: 0,
      next: 0,
      waitedNs: 0,
      responseNs: 0,
      closed: 0,
      failed: 0,
    },
  };
}

/** In time proportional to the connections there are, and quickly so to the requests. */
export function copyPoolState(state: PoolState): PoolState {
  const { averages, streams } = state;
  return {
    ...state,
    queue: copyQueue(state.queue),
    streams: {
      arrivals: [...streams.arrivals],
      holds: [...streams.holds],
      waiters: [...streams.waiters],
      leaks: [...streams.leaks],
      slow: [...streams.slow],
      applications: [...streams.applications],
    },
    requests: { items: state.requests.items.slice(), free: state.requests.free.slice() },
    pools: state.pools.map(copyPool),
    server: copyServer(state.server),
    averages: {
      inUse: { ...averages.inUse },
      idle: { ...averages.idle },
      waiting: { ...averages.waiting },
      running: { ...averages.running },
      atPooler: { ...averages.atPooler },
    },
    counters: { ...state.counters },
    levels: { waiting: copyLevels(state.levels.waiting), open: copyLevels(state.levels.open) },
    waits: copyHistogram(state.waits),
    responses: copyHistogram(state.responses),
    last: { ...state.last },
  };
}

/** What a copy takes, roughly: the requests themselves are shared by all copies in which they are on their way. */
export function poolStateBytes({ levels, pools, queue, requests }: PoolState): number {
  let connections = 0;
  for (const pool of pools) connections += pool.connections.items.length;
  const reached = levels.waiting.reached.length + levels.open.reached.length;
  return 40 * (requests.items.length + queue.events.length) + 160 * connections + 400 * pools.length + 8 * reached;
}

function emptyPool(): ApplicationPool {
  return {
    connections: emptySlots(),
    idle: [],
    line: emptyLine(),
    open: 0,
    toOpen: 0,
    isOpenerBusy: false,
    cleanerAtNs: null,
    counters: { waitCount: 0, waitDurationNs: 0, maxIdleClosed: 0, maxIdleTimeClosed: 0, maxLifetimeClosed: 0 },
  };
}

function copyPool(pool: ApplicationPool): ApplicationPool {
  return {
    ...pool,
    connections: copySlots(pool.connections, (connection) => ({ ...connection })),
    idle: pool.idle.slice(),
    line: copyLine(pool.line),
    counters: { ...pool.counters },
  };
}
