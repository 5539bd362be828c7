import { schedule } from '#core/shared/event-queue.ts';
import { changeBy, failRequest, failWaiter, giveConnection, putConnection } from './hand-over.ts';
import type { PoolRules } from './pool-rules.ts';
import { type ApplicationPool, changeRequest, type PoolState, poolOf } from './pool-state.ts';
import { changeLevel } from './reached-levels.ts';
import { freeSlot, inSlot, takeSlot } from './slots.ts';

/** A request opens a connection for itself. It counts as open from now on. */
export function openOwn(state: PoolState, rules: PoolRules, application: number, requestSlot: number): void {
  countOpen(state, poolOf(state, application), 1);
  const connection = beginAttempt(state, rules, application, requestSlot);
  changeRequest(state, requestSlot, { place: 'opening', connection });
  if (rules.connectNs === 0) endAttempt(state, rules, application, connection);
}

/** Lets connections be opened for those who wait, as far as the limit allows. */
export function openForWaiters(state: PoolState, rules: PoolRules, application: number): void {
  const pool = poolOf(state, application);
  const room = rules.maxOpen > 0 ? rules.maxOpen - pool.open : pool.line.count;
  const count = Math.min(pool.line.count, room);
  if (count <= 0) return;
  countOpen(state, pool, count);
  pool.toOpen += count;
  runOpener(state, rules, application);
}

/** An attempt is over: with a connection, or with an error for who needed it. */
export function endAttempt(state: PoolState, rules: PoolRules, application: number, slot: number): void {
  const pool = poolOf(state, application);
  const connection = inSlot(pool.connections, slot);
  const { counters, last, nowNs } = state;
  last.application = application;
  last.connection = connection.id;
  last.request = connection.requestId;
  const requestSlot = connection.request;
  connection.createdNs = nowNs;
  if (connection.fate === 'opens') counters.opened++;
  else counters[connection.fate]++;
  if (requestSlot >= 0) {
    if (connection.fate === 'opens') {
      giveConnection(state, rules, pool, slot, requestSlot);
    } else {
      dropConnection(state, pool, slot);
      openForWaiters(state, rules, application);
      failRequest(state, requestSlot);
    }
    return;
  }
  if (connection.fate === 'opens') {
    if (!putConnection(state, rules, application, slot)) {
      dropConnection(state, pool, slot);
      last.closed++;
    }
  } else {
    dropConnection(state, pool, slot);
    failWaiter(state, rules, pool);
    openForWaiters(state, rules, application);
  }
  pool.isOpenerBusy = false;
  runOpener(state, rules, application);
}

/** Closes a connection that nobody uses any more, and lets others be opened in its place. */
export function closeConnection(state: PoolState, rules: PoolRules, application: number, slot: number): void {
  dropConnection(state, poolOf(state, application), slot);
  state.last.closed++;
  openForWaiters(state, rules, application);
}

/** A connection, or an attempt to open one, is gone; it is not among the idle ones. */
export function dropConnection(state: PoolState, pool: ApplicationPool, slot: number): void {
  if (inSlot(pool.connections, slot).isOnServer) state.server.connections--;
  freeSlot(pool.connections, slot);
  countOpen(state, pool, -1);
}

/** Go opens connections for waiters in one goroutine, one after another. */
function runOpener(state: PoolState, rules: PoolRules, application: number): void {
  const pool = poolOf(state, application);
  while (pool.toOpen > 0 && !pool.isOpenerBusy) {
    pool.toOpen--;
    pool.isOpenerBusy = true;
    const slot = beginAttempt(state, rules, application, -1);
    if (rules.connectNs === 0) endAttempt(state, rules, application, slot);
  }
}

function beginAttempt(state: PoolState, rules: PoolRules, application: number, requestSlot: number): number {
  const pool = poolOf(state, application);
  const fate = fateOf(state, rules);
  const isOnServer = fate === 'opens' && rules.params.poolerSize === 0;
  if (isOnServer) state.server.connections++;
  const id = ++state.counters.connections;
  const atNs = state.nowNs + rules.connectNs;
  const slot = takeSlot(pool.connections, {
    id,
    place: 'opening',
    sinceNs: state.nowNs,
    createdNs: atNs,
    request: requestSlot,
    requestId: requestSlot < 0 ? 0 : inSlot(state.requests, requestSlot).id,
    isBad: false,
    fate,
    isOnServer,
  });
  if (rules.connectNs > 0) schedule(state.queue, { kind: 'connect-ends', atNs, application, slot, connection: id });
  return slot;
}

/** How an attempt that begins now will end. The limit counts connections that are being opened: the server gives them a process before it knows who asks. */
export function fateOf(
  { isDatabaseDown, server }: PoolState,
  { params }: PoolRules,
): 'opens' | 'refused' | 'unreachable' {
  if (isDatabaseDown) return 'unreachable';
  const isFull = params.poolerSize === 0 && params.maxConnections > 0 && server.connections >= params.maxConnections;
  return isFull ? 'refused' : 'opens';
}

function countOpen(state: PoolState, pool: ApplicationPool, by: number): void {
  pool.open += by;
  changeBy(state.averages.inUse, state.nowNs, by);
  changeLevel(state.levels.open, by);
}
