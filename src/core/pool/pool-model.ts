import { schedule, takeEvent } from '#core/shared/event-queue.ts';
import type { Model } from '#core/shared/simulation/model.ts';
import { acquire, giveUp } from './acquire.ts';
import { clean } from './cleaner.ts';
import { copyPoolState, emptyPoolState, poolStateBytes } from './copy-pool-state.ts';
import { endAttempt } from './opener.ts';
import type { PoolEvent, Scheduled } from './pool-events.ts';
import type { PoolParams } from './pool-params.ts';
import { type PoolRules, poolRules } from './pool-rules.ts';
import { openConnections, type PoolState } from './pool-state.ts';
import { endNextQuery, killDatabase } from './release.ts';
import { passTime } from './server.ts';
import { takeSlot } from './slots.ts';
import { forgetCalledOff, upcomingEvent } from './upcoming-event.ts';
import { randomWorkload, type Workload } from './workload.ts';

/**
 * Requests that share the connections of a pool, as Go's `database/sql` lends them (sql.go: conn, putConn,
 * putConnDBLocked, maybeOpenNewConnections, connectionOpener, connectionCleaner), and the server behind.
 *
 * Left out: the time that Go itself and the network take, transactions of several queries with pauses between them, a
 * deadline's effect on a query that runs already, and drivers that look after their idle connections.
 */
export function poolModel(params: PoolParams, seed: number): Model<PoolState, PoolEvent> {
  const rules = poolRules(params);
  return poolModelOf(rules, randomWorkload(rules), seed);
}

/**
 * A run ends with more waiting requests, or connections, than these: it has shown that the line only grows, and every
 * moment of it is a copy of them all.
 */
export const mostWaitingRequests = 20_000;
export const mostConnections = 10_000;

export function poolModelOf(rules: PoolRules, workload: Workload, seed: number): Model<PoolState, PoolEvent> {
  return {
    endNs: rules.endNs,
    start: () => startOf(rules, workload, seed),
    peek: (state) => upcomingEvent(state, rules),
    step: (state, event) => {
      advanceTo(state, rules, event.atNs);
      forgetLast(state);
      if (event.cause.kind === 'query-ends') {
        endNextQuery(state, rules);
      } else {
        takeEvent(state.queue);
        happen(state, rules, workload, event.cause);
      }
      forgetCalledOff(state);
      return state;
    },
    copy: copyPoolState,
    sizeBytes: poolStateBytes,
    overload,
  };
}

function startOf(rules: PoolRules, workload: Workload, seed: number): PoolState {
  const state = emptyPoolState(rules.params.applications, seed);
  scheduleArrival(state, workload);
  if (rules.outageEndNs > rules.outageAtNs) {
    state.diesAtNs = rules.outageAtNs;
    state.returnsAtNs = rules.outageEndNs;
    schedule(state.queue, { kind: 'database-dies', atNs: rules.outageAtNs });
    schedule(state.queue, { kind: 'database-returns', atNs: rules.outageEndNs });
  }
  return state;
}

function happen(state: PoolState, rules: PoolRules, workload: Workload, event: Scheduled): void {
  switch (event.kind) {
    case 'arrival':
      arrive(state, rules, workload, event.application);
      return;
    case 'connect-ends':
      endAttempt(state, rules, event.application, event.slot);
      return;
    case 'deadline':
      giveUp(state, rules, event.slot);
      return;
    case 'cleaner':
      clean(state, rules, event.application);
      return;
    case 'database-dies':
      state.diesAtNs = null;
      killDatabase(state, rules);
      return;
    case 'database-returns':
      state.returnsAtNs = null;
      state.isDatabaseDown = false;
      return;
  }
}

function arrive(state: PoolState, rules: PoolRules, workload: Workload, application: number): void {
  const { counters, last, nowNs } = state;
  const id = ++counters.requests;
  const { workNs, isLeak, isSlow } = workload.draw(state);
  scheduleArrival(state, workload);
  last.application = application;
  last.request = id;
  const slot = takeSlot(state.requests, {
    id,
    application,
    arrivedNs: nowNs,
    workNs,
    isLeak,
    isSlow,
    place: 'opening',
    connection: -1,
    hasDeadline: false,
    waitingSinceNs: nowNs,
    waitedNs: 0,
  });
  acquire(state, rules, slot);
}

function scheduleArrival(state: PoolState, workload: Workload): void {
  const next = workload.nextArrival(state);
  state.arrivalAtNs = next?.atNs ?? null;
  if (next !== null) schedule(state.queue, { kind: 'arrival', ...next });
}

function advanceTo(state: PoolState, rules: PoolRules, atNs: number): void {
  passTime(state.server, rules.params, atNs - state.nowNs);
  state.nowNs = atNs;
}

function forgetLast({ last }: PoolState): void {
  last.application = 0;
  last.request = 0;
  last.connection = 0;
  last.next = 0;
  last.waitedNs = 0;
  last.responseNs = 0;
  last.closed = 0;
  last.failed = 0;
}

function overload(state: PoolState): string | null {
  const waiting = state.averages.waiting.value + state.averages.atPooler.value;
  if (waiting > mostWaitingRequests) {
    return `More than ${inWords(mostWaitingRequests)} requests wait: more work comes in than is done.`;
  }
  if (openConnections(state) > mostConnections) {
    return `More than ${inWords(mostConnections)} connections are open: more work comes in than is done.`;
  }
  return null;
}

function inWords(count: number): string {
  return count.toLocaleString('en-US');
}
