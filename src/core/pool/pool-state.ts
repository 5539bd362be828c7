import type { EventQueue } from '#core/shared/event-queue.ts';
import type { QuantileHistogram } from '#core/shared/quantile-histogram.ts';
import type { RandomStream } from '#core/shared/random.ts';
import type { TimeAverage } from '#core/shared/time-average.ts';
import type { Scheduled } from './pool-events.ts';
import type { ReachedLevels } from './reached-levels.ts';
import type { Server } from './server.ts';
import { inSlot, type Slots } from './slots.ts';
import type { WaitingLine } from './waiting-line.ts';

/** All there is at one moment; plain data. Requests and connections are known by their slots, and by numbers to a reader. */
export interface PoolState {
  nowNs: number;
  queue: EventQueue<Scheduled>;
  /** How many deadlines in the queue no longer count. */
  idleDeadlines: number;
  readonly streams: Record<StreamName, RandomStream>;
  /** When the next request comes; null when none will. */
  arrivalAtNs: number | null;
  diesAtNs: number | null;
  returnsAtNs: number | null;
  isDatabaseDown: boolean;
  readonly requests: Slots<Request>;
  readonly pools: readonly ApplicationPool[];
  readonly server: Server;
  readonly averages: Averages;
  readonly counters: Counters;
  /** Over all applications: how many wait in line, and how many connections are open. */
  readonly levels: { readonly waiting: ReachedLevels; readonly open: ReachedLevels };
  /** Of all requests that got a connection or gave up: how long each waited in line, in ns. */
  readonly waits: QuantileHistogram;
  /** Of the requests that were completed: from arrival to end, in ns. */
  readonly responses: QuantileHistogram;
  readonly last: LastEvent;
}

/** Chance by purpose, so that another pool meets the same requests. */
export const streamNames = ['arrivals', 'holds', 'waiters', 'leaks', 'slow', 'applications'] as const;
export type StreamName = (typeof streamNames)[number];

/**
 * A request on its way; it is gone once it is completed, failed, gave up or leaked. It is replaced and never written to, so
 * that copies of a state can share the thousands that wait.
 */
export interface Request {
  readonly id: number;
  readonly application: number;
  readonly arrivedNs: number;
  readonly workNs: number;
  readonly isLeak: boolean;
  readonly isSlow: boolean;
  readonly place: 'opening' | 'waiting' | 'at-pooler' | 'running';
  /** The slot of its connection in its application's pool, or none (−1). */
  readonly connection: number;
  readonly hasDeadline: boolean;
  readonly waitingSinceNs: number;
  /** In line, as Go's WaitDuration counts it. */
  readonly waitedNs: number;
}

export interface Connection {
  readonly id: number;
  place: 'opening' | 'idle' | 'busy' | 'leaked';
  /** Since when it is in its place; for an idle one, since it was returned. */
  sinceNs: number;
  createdNs: number;
  /** The slot of the request that has it or opens it, or none (−1): idle, leaked, or opened by the pool's opener. */
  request: number;
  /** The number of the request that has it, has leaked it, or opens it; 0 for none. */
  requestId: number;
  /** The server has died since it was opened; nobody knows until it is used. */
  isBad: boolean;
  /** How an attempt to open it will end. */
  fate: 'opens' | 'refused' | 'unreachable';
  /** The server counts it against its limit. */
  isOnServer: boolean;
}

/** What Go's DBStats counts, and only ever counts up. */
export interface GoCounters {
  waitCount: number;
  waitDurationNs: number;
  maxIdleClosed: number;
  maxIdleTimeClosed: number;
  maxLifetimeClosed: number;
}

export interface ApplicationPool {
  readonly connections: Slots<Connection>;
  /** Slots of idle connections, the one returned last at the end. */
  idle: number[];
  readonly line: WaitingLine;
  /** Open connections and those that are to be opened: Go counts a connection from the moment it decides to open it. */
  open: number;
  /** How many connections the one opener has still to begin. */
  toOpen: number;
  isOpenerBusy: boolean;
  cleanerAtNs: number | null;
  readonly counters: GoCounters;
}

/** Over all applications, and over time. */
export interface Averages {
  /** Go's InUse: open, or being opened, and not idle. */
  readonly inUse: TimeAverage;
  readonly idle: TimeAverage;
  readonly waiting: TimeAverage;
  readonly running: TimeAverage;
  readonly atPooler: TimeAverage;
}

export interface Counters {
  requests: number;
  completed: number;
  failed: number;
  leaked: number;
  timeouts: number;
  connections: number;
  opened: number;
  refused: number;
  unreachable: number;
  /** The sums behind the means of `waits` and `responses`. */
  waitOfServedNs: number;
  responseNs: number;
}

/** What the last event did, for who tells of it. Numbers of requests and connections; 0 for none. */
export interface LastEvent {
  application: number;
  request: number;
  connection: number;
  /** The waiter to whom the connection went. */
  next: number;
  waitedNs: number;
  responseNs: number;
  /** Connections that were closed. */
  closed: number;
  /** Requests that failed. */
  failed: number;
}

export function poolOf(state: PoolState, application: number): ApplicationPool {
  const pool = state.pools[application];
  if (pool === undefined) throw new RangeError(`no application ${application}`);
  return pool;
}

export function changeRequest(state: PoolState, slot: number, changes: Partial<Request>): void {
  state.requests.items[slot] = { ...inSlot(state.requests, slot), ...changes };
}

export function openConnections({ averages }: PoolState): number {
  return averages.inUse.value + averages.idle.value;
}
