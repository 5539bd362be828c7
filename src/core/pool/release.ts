import { hasExpired } from './acquire.ts';
import { changeBy, failRequest, putConnection, runQuery } from './hand-over.ts';
import { closeConnection, openForWaiters } from './opener.ts';
import type { PoolRules } from './pool-rules.ts';
import { changeRequest, type PoolState, poolOf } from './pool-state.ts';
import { recordValue } from '#core/shared/quantile-histogram.ts';
import { endQuery, runningQueries, stopServer } from './server.ts';
import { freeSlot, inSlot } from './slots.ts';
import { takeWaiter } from './waiting-line.ts';

/** The server ends its next query; the request gives its connection back, or leaks it. */
export function endNextQuery(state: PoolState, rules: PoolRules): void {
  const { averages, counters, last, nowNs, server } = state;
  const requestSlot = endQuery(server);
  if (requestSlot === null) return;
  changeBy(averages.running, nowNs, -1);
  runFromPooler(state, rules);
  const request = inSlot(state.requests, requestSlot);
  const { application } = request;
  const pool = poolOf(state, application);
  const connection = inSlot(pool.connections, request.connection);
  last.application = application;
  last.request = request.id;
  last.connection = connection.id;
  last.responseNs = nowNs - request.arrivedNs;
  freeSlot(state.requests, requestSlot);
  if (request.isLeak) {
    counters.leaked++;
    connection.place = 'leaked';
    connection.sinceNs = nowNs;
    connection.request = -1;
    return;
  }
  counters.completed++;
  counters.responseNs += last.responseNs;
  recordValue(state.responses, last.responseNs);
  release(state, rules, application, request.connection);
}

/**
 * The database dies: what runs fails, and every connection is lost. Of those that lie idle nobody knows yet. A pooler
 * stands beside its server and dies with it.
 */
export function killDatabase(state: PoolState, rules: PoolRules): void {
  state.isDatabaseDown = true;
  const { averages, nowNs, server, streams } = state;
  const slots = stopServer(server);
  changeBy(averages.running, nowNs, -slots.length);
  const nextAtPooler = (): number | null => takeWaiter(server.atPooler, 'first', streams.waiters);
  for (let slot = nextAtPooler(); slot !== null; slot = nextAtPooler()) {
    slots.push(slot);
    changeBy(averages.atPooler, nowNs, -1);
  }
  server.connections = 0;
  for (const { connections } of state.pools) {
    for (const connection of connections.items) {
      if (connection === null) continue;
      connection.isOnServer = false;
      if (connection.place !== 'opening') connection.isBad = true;
      else if (connection.fate === 'opens') connection.fate = 'unreachable';
    }
  }
  for (const slot of slots) {
    const { application, connection } = inSlot(state.requests, slot);
    failRequest(state, slot);
    release(state, rules, application, connection);
  }
}

function release(state: PoolState, rules: PoolRules, application: number, slot: number): void {
  const pool = poolOf(state, application);
  const connection = inSlot(pool.connections, slot);
  const isExpired = !connection.isBad && hasExpired(connection, rules, state.nowNs);
  if (isExpired) pool.counters.maxLifetimeClosed++;
  if (connection.isBad || isExpired) {
    openForWaiters(state, rules, application);
    closeConnection(state, rules, application, slot);
  } else if (!putConnection(state, rules, application, slot)) {
    closeConnection(state, rules, application, slot);
  }
}

/** The pooler gives its free connections to the server to who waits for one, who came first first. */
export function runFromPooler(state: PoolState, { params }: PoolRules): void {
  const { averages, nowNs, server, streams } = state;
  while (params.poolerSize === 0 || runningQueries(server) < params.poolerSize) {
    const slot = takeWaiter(server.atPooler, 'first', streams.waiters);
    if (slot === null) return;
    changeBy(averages.atPooler, nowNs, -1);
    runQuery(state, slot, inSlot(state.requests, slot));
    changeRequest(state, slot, { place: 'running' });
  }
}
