import { schedule } from '#core/shared/event-queue.ts';
import { changeBy, endWait, giveConnection, recordWait } from './hand-over.ts';
import { closeConnection, dropConnection, openForWaiters, openOwn } from './opener.ts';
import type { PoolRules } from './pool-rules.ts';
import { changeRequest, type Connection, type PoolState, poolOf, type Request } from './pool-state.ts';
import { changeLevel } from './reached-levels.ts';
import { freeSlot, inSlot } from './slots.ts';
import { joinLine, leaveLine } from './waiting-line.ts';

/** After so many kept connections that turned out bad, Go asks for a new one only. */
export const mostBadConnections = 2;

/**
 * How a request comes by a connection: the idle one that was returned last; else one that it opens; else it waits. A kept
 * connection that is too old, or that its server left, is closed, and the request tries again.
 */
export function acquire(state: PoolState, rules: PoolRules, requestSlot: number): void {
  const { application } = inSlot(state.requests, requestSlot);
  const pool = poolOf(state, application);
  for (let bad = 0; bad < mostBadConnections; bad++) {
    const slot = pool.idle.pop();
    if (slot === undefined) break;
    changeBy(state.averages.idle, state.nowNs, -1);
    changeBy(state.averages.inUse, state.nowNs, 1);
    const connection = inSlot(pool.connections, slot);
    state.last.connection = connection.id;
    const isExpired = hasExpired(connection, rules, state.nowNs);
    if (!isExpired && !connection.isBad) {
      giveConnection(state, rules, pool, slot, requestSlot);
      return;
    }
    if (isExpired) pool.counters.maxLifetimeClosed++;
    closeConnection(state, rules, application, slot);
  }
  if (rules.maxOpen > 0 && pool.open >= rules.maxOpen) wait(state, rules, requestSlot);
  else openFor(state, rules, requestSlot);
}

/** Go compares strictly: at the very end of its lifetime a connection still serves. */
export function hasExpired({ createdNs }: Connection, { maxLifetimeNs }: PoolRules, nowNs: number): boolean {
  return maxLifetimeNs > 0 && createdNs + maxLifetimeNs < nowNs;
}

/** The request's time is over while it waits in line, or for the connection that it opens. */
export function giveUp(state: PoolState, rules: PoolRules, requestSlot: number): void {
  const { application, connection, place } = inSlot(state.requests, requestSlot);
  const pool = poolOf(state, application);
  if (place === 'waiting') {
    leaveLine(pool.line, requestSlot);
    endWait(state, pool, requestSlot);
  } else {
    state.last.connection = inSlot(pool.connections, connection).id;
    dropConnection(state, pool, connection);
    openForWaiters(state, rules, application);
  }
  const request = inSlot(state.requests, requestSlot);
  recordWait(state, request);
  state.counters.timeouts++;
  state.last.application = application;
  state.last.request = request.id;
  state.last.waitedNs = request.waitedNs;
  state.last.responseNs = state.nowNs - request.arrivedNs;
  freeSlot(state.requests, requestSlot);
}

function wait(state: PoolState, rules: PoolRules, requestSlot: number): void {
  const request = inSlot(state.requests, requestSlot);
  const pool = poolOf(state, request.application);
  pool.counters.waitCount++;
  changeBy(state.averages.waiting, state.nowNs, 1);
  changeLevel(state.levels.waiting, 1);
  joinLine(pool.line, requestSlot);
  const hasDeadline = rules.timeoutNs > 0;
  changeRequest(state, requestSlot, { place: 'waiting', waitingSinceNs: state.nowNs, hasDeadline });
  if (hasDeadline) scheduleDeadline(state, rules, requestSlot, request);
}

function openFor(state: PoolState, rules: PoolRules, requestSlot: number): void {
  const request = inSlot(state.requests, requestSlot);
  // Go gives the caller's deadline to whoever opens the connection.
  if (rules.timeoutNs > 0 && rules.connectNs > rules.timeoutNs) {
    changeRequest(state, requestSlot, { hasDeadline: true });
    scheduleDeadline(state, rules, requestSlot, request);
  }
  openOwn(state, rules, request.application, requestSlot);
}

function scheduleDeadline(state: PoolState, rules: PoolRules, slot: number, { arrivedNs, id }: Request): void {
  schedule(state.queue, { kind: 'deadline', atNs: arrivedNs + rules.timeoutNs, slot, request: id });
}
