import { schedule } from '#core/shared/event-queue.ts';
import { nsPerS } from '#core/shared/simulation/model.ts';
import { recordValue } from '#core/shared/quantile-histogram.ts';
import { changeValue, type TimeAverage } from '#core/shared/time-average.ts';
import { type PoolRules, shortestLimitNs } from './pool-rules.ts';
import { type ApplicationPool, changeRequest, type PoolState, poolOf, type Request } from './pool-state.ts';
import { changeLevel } from './reached-levels.ts';
import { runningQueries, startQuery } from './server.ts';
import { freeSlot, inSlot } from './slots.ts';
import { joinLine, takeWaiter } from './waiting-line.ts';

/** Go's cleaner comes at most this often. */
const shortestCleaningNs = nsPerS;

export function changeBy(average: TimeAverage, atNs: number, by: number): void {
  changeValue(average, atNs, average.value + by);
}

/** The request has its connection, and its query goes to the server or, through a pooler, to the line before it. */
export function giveConnection(
  state: PoolState,
  rules: PoolRules,
  { connections }: ApplicationPool,
  connectionSlot: number,
  requestSlot: number,
): void {
  const request = inSlot(state.requests, requestSlot);
  const connection = inSlot(connections, connectionSlot);
  connection.place = 'busy';
  connection.sinceNs = state.nowNs;
  connection.request = requestSlot;
  connection.requestId = request.id;
  callOffDeadline(state, request);
  recordWait(state, request);
  const { poolerSize } = rules.params;
  const isFull = poolerSize > 0 && runningQueries(state.server) >= poolerSize;
  const place = isFull ? 'at-pooler' : 'running';
  changeRequest(state, requestSlot, { place, connection: connectionSlot, hasDeadline: false });
  if (isFull) {
    joinLine(state.server.atPooler, requestSlot);
    changeBy(state.averages.atPooler, state.nowNs, 1);
  } else {
    runQuery(state, requestSlot, request);
  }
}

export function runQuery(state: PoolState, requestSlot: number, { workNs }: Request): void {
  startQuery(state.server, requestSlot, workNs);
  changeBy(state.averages.running, state.nowNs, 1);
}

/**
 * What Go does with a connection that comes free or was opened for whoever waits: it goes to a waiter, else among the
 * idle ones if there is room. False when it is to be closed.
 */
export function putConnection(state: PoolState, rules: PoolRules, application: number, slot: number): boolean {
  const pool = poolOf(state, application);
  if (rules.maxOpen > 0 && pool.open > rules.maxOpen) return false;
  const waiter = nextWaiter(state, rules, pool);
  if (waiter !== null) {
    const request = inSlot(state.requests, waiter);
    state.last.next = request.id;
    state.last.waitedNs = request.waitedNs;
    giveConnection(state, rules, pool, slot, waiter);
    return true;
  }
  if (pool.idle.length >= rules.maxIdle) {
    pool.counters.maxIdleClosed++;
    return false;
  }
  const connection = inSlot(pool.connections, slot);
  connection.place = 'idle';
  connection.sinceNs = state.nowNs;
  connection.request = -1;
  connection.requestId = 0;
  pool.idle.push(slot);
  changeBy(state.averages.idle, state.nowNs, 1);
  changeBy(state.averages.inUse, state.nowNs, -1);
  startCleaner(state, rules, application);
  return true;
}

/** An attempt to open a connection failed: Go tells one of those who wait, who fails. */
export function failWaiter(state: PoolState, rules: PoolRules, pool: ApplicationPool): void {
  if (rules.maxOpen > 0 && pool.open > rules.maxOpen) return;
  const waiter = nextWaiter(state, rules, pool);
  if (waiter === null) return;
  state.last.next = inSlot(state.requests, waiter).id;
  failRequest(state, waiter);
}

export function failRequest(state: PoolState, slot: number): void {
  callOffDeadline(state, inSlot(state.requests, slot));
  freeSlot(state.requests, slot);
  state.counters.failed++;
  state.last.failed++;
}

/** The request waits no longer; Go's WaitDuration counts the wait however it ended. */
export function endWait(state: PoolState, pool: ApplicationPool, requestSlot: number): void {
  const waitedNs = state.nowNs - inSlot(state.requests, requestSlot).waitingSinceNs;
  changeRequest(state, requestSlot, { waitedNs });
  pool.counters.waitDurationNs += waitedNs;
  changeBy(state.averages.waiting, state.nowNs, -1);
  changeLevel(state.levels.waiting, -1);
}

export function recordWait(state: PoolState, { waitedNs }: Request): void {
  recordValue(state.waits, waitedNs);
  state.counters.waitOfServedNs += waitedNs;
}

/** Go's cleaner runs while there are connections, and comes when the shorter limit may have passed. */
export function startCleaner(state: PoolState, rules: PoolRules, application: number): void {
  const pool = poolOf(state, application);
  const limitNs = shortestLimitNs(rules);
  if (limitNs > 0 && pool.open > 0 && pool.cleanerAtNs === null) cleanIn(state, application, limitNs);
}

export function cleanIn(state: PoolState, application: number, inNs: number): void {
  const atNs = state.nowNs + Math.max(inNs, shortestCleaningNs);
  poolOf(state, application).cleanerAtNs = atNs;
  schedule(state.queue, { kind: 'cleaner', atNs, application });
}

function nextWaiter(state: PoolState, rules: PoolRules, pool: ApplicationPool): number | null {
  const waiter = takeWaiter(pool.line, rules.params.waiters, state.streams.waiters);
  if (waiter !== null) endWait(state, pool, waiter);
  return waiter;
}

/** The request's deadline, if it has one, no longer counts. */
function callOffDeadline(state: PoolState, { hasDeadline }: Request): void {
  if (hasDeadline) state.idleDeadlines++;
}
