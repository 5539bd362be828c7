import type { PoolEvent } from '#core/pool/pool-events.ts';
import { poolModel } from '#core/pool/pool-model.ts';
import type { PoolParams } from '#core/pool/pool-params.ts';
import { type ApplicationPool, poolOf, type PoolState } from '#core/pool/pool-state.ts';
import { type PoolStatistics, statisticsOf, summedStatistics } from '#core/pool/pool-statistics.ts';
import { inSlot } from '#core/pool/slots.ts';
import { waitersOf } from '#core/pool/waiting-line.ts';
import { nsPerMs } from '#core/shared/simulation/model.ts';
import type { Timeline } from '#core/shared/simulation/timeline.ts';
import type { SharedPast } from '#content/labs/simulated-lab.ts';
import { type PoolLane, replayLanes, type Stretch } from './pool-lanes.ts';

/** A pool at a moment, and the last of what led there; plain data. Lanes and the line are those of the first application. */
export interface PoolFrame {
  readonly timeMs: number;
  /** The lanes reach from here to `timeMs`; intervals may have begun before. */
  readonly fromMs: number;
  /** When this run left the one that it was forked from, if that is in sight: what is before it, both runs share. */
  readonly forkMs: number | null;
  readonly lanes: readonly PoolLane[];
  /** Connection slots that there is no room to show. */
  readonly moreLanes: number;
  readonly line: PoolLine;
  /** Of the first application. */
  readonly statistics: PoolStatistics;
  /** Of all applications; null where there is one. */
  readonly summed: PoolStatistics | null;
  readonly server: ServerFrame;
  /** The first applications; empty where there is one. */
  readonly applications: readonly ApplicationFrame[];
  readonly moreApplications: number;
}

export interface PoolLine {
  /** Who came first stands first. */
  readonly waiters: readonly { readonly request: number; readonly waitedMs: number }[];
  readonly total: number;
}

export interface ServerFrame {
  readonly isDown: boolean;
  readonly running: number;
  readonly atPooler: number;
  /** Connections that the server counts: where there is a pooler, the pooler's own. */
  readonly connections: number;
  readonly isPooled: boolean;
  readonly refused: number;
  readonly unreachable: number;
}

export interface ApplicationFrame {
  readonly open: number;
  readonly inUse: number;
  readonly idle: number;
  readonly waiting: number;
}

const mostLanes = 40;
const mostWaiters = 60;
const mostApplications = 60;

/** About so many events of the first application are to be seen at once, and so many of all applications computed for it. */
const eventsInSight = 120;
const mostReplayed = 3000;

type PoolPast = SharedPast<PoolParams, PoolState, PoolEvent>;

export function poolFrame(
  timeline: Timeline<PoolState, PoolEvent>,
  index: number,
  params: PoolParams,
  past: PoolPast | null,
): PoolFrame {
  const timeNs = timeline.timeAt(index);
  const fromNs = Math.max(0, timeNs - windowMs(params) * nsPerMs);
  const forkNs = past === null ? null : timeline.timeAt(0);
  const stretches = stretchesOf({ timeline, index, params, past }, fromNs, mostReplayed);
  const lanes = replayLanes(stretches, mostLanes);
  // The replay has brought the last stretch to the moment.
  const state = stretches.at(-1)?.state ?? timeline.at(index);
  const pool = poolOf(state, 0);
  const isAlone = state.pools.length === 1;
  return {
    timeMs: timeNs / nsPerMs,
    fromMs: fromNs / nsPerMs,
    forkMs: forkNs === null || forkNs < fromNs ? null : forkNs / nsPerMs,
    lanes: lanes.map(({ connection, intervals }) => ({
      connection,
      intervals: intervals.filter(({ toMs }) => toMs * nsPerMs >= fromNs),
    })),
    moreLanes: Math.max(0, pool.connections.items.length - mostLanes),
    line: lineOf(state, pool),
    statistics: statisticsOf(pool, params.maxOpen),
    summed: isAlone ? null : summedStatistics(state, params.maxOpen),
    server: {
      isDown: state.isDatabaseDown,
      running: state.averages.running.value,
      atPooler: state.averages.atPooler.value,
      connections: serverConnections(state, params),
      isPooled: params.poolerSize > 0,
      refused: state.counters.refused,
      unreachable: state.counters.unreachable,
    },
    applications: isAlone ? [] : state.pools.slice(0, mostApplications).map(applicationOf),
    moreApplications: Math.max(0, state.pools.length - mostApplications),
  };
}

/** What is to be computed again of a run, and of those that it was forked from, to show the time since `fromNs`. */
function stretchesOf({ timeline, index, params, past }: PoolPast, fromNs: number, most: number): Stretch[] {
  const start = Math.max(timeline.indexAt(fromNs), index - most, 0);
  const stretch = { model: poolModel(params, 0), state: timeline.at(start), events: index - start };
  const isSharedInSight = past !== null && fromNs < timeline.timeAt(0) && index < most;
  return isSharedInSight ? [...stretchesOf(past, fromNs, most - index), stretch] : [stretch];
}

/** A pooler holds all of its connections open for as long as it is there, and goes with its server. */
function serverConnections({ isDatabaseDown, server }: PoolState, { poolerSize }: PoolParams): number {
  if (poolerSize === 0) return server.connections;
  return isDatabaseDown ? 0 : poolerSize;
}

/** How much time is in sight: 1, 2 or 5 times a power of ten, in ms, by how often something happens. */
export function windowMs({ applications, arrivalsPerS }: PoolParams): number {
  const eventsPerMs = (2 * arrivalsPerS) / 1000;
  const wanted = Math.min((eventsInSight * applications) / eventsPerMs, mostReplayed / eventsPerMs);
  let unit = 1e-4;
  while (unit * 10 <= wanted) unit *= 10;
  if (wanted >= 5 * unit) return 5 * unit;
  return wanted >= 2 * unit ? 2 * unit : unit;
}

function lineOf(state: PoolState, { line }: ApplicationPool): PoolLine {
  return {
    waiters: waitersOf(line, mostWaiters).map((slot) => {
      const { id, waitingSinceNs } = inSlot(state.requests, slot);
      return { request: id, waitedMs: (state.nowNs - waitingSinceNs) / nsPerMs };
    }),
    total: line.count,
  };
}

function applicationOf({ idle, line, open }: ApplicationPool): ApplicationFrame {
  return { open, inUse: open - idle.length, idle: idle.length, waiting: line.count };
}
