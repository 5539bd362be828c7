import { emptyQueue, peekEvent, schedule, takeEvent } from '#core/shared/event-queue.ts';
import { hasExpired } from './acquire.ts';
import { findsSomething } from './cleaner.ts';
import { fateOf } from './opener.ts';
import type { PoolEvent, PoolEventKind, Scheduled } from './pool-events.ts';
import type { PoolRules } from './pool-rules.ts';
import { type PoolState, poolOf } from './pool-state.ts';
import { untilQueryEnds } from './server.ts';
import { inSlot } from './slots.ts';

/** Fewer deadlines than this are not worth clearing away. */
const fewDeadlines = 1024;

/** The next event and what it will come to. At one time queries end first, so that who arrives then finds a connection. */
export function upcomingEvent(state: PoolState, rules: PoolRules): PoolEvent | null {
  const scheduled = peekEvent(state.queue);
  const endsAtNs = state.nowNs + untilQueryEnds(state.server, rules.params);
  if (endsAtNs <= (scheduled?.atNs ?? Infinity) && endsAtNs < Infinity) {
    return { kind: kindOfEnd(state, rules, endsAtNs), atNs: endsAtNs, cause: { kind: 'query-ends', atNs: endsAtNs } };
  }
  return scheduled && { kind: kindOf(state, rules, scheduled), atNs: scheduled.atNs, cause: scheduled };
}

/** Removes what no longer counts from the front of the queue, and deadlines from all of it when most are called off. */
export function forgetCalledOff(state: PoolState): void {
  for (let next = peekEvent(state.queue); next !== null && isCalledOff(state, next); next = peekEvent(state.queue)) {
    takeEvent(state.queue);
    if (next.kind === 'deadline') state.idleDeadlines--;
  }
  const { events, times, orders } = state.queue;
  if (state.idleDeadlines < fewDeadlines || 2 * state.idleDeadlines < events.length) return;
  const order = events.map((_, place) => place);
  order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || (orders[a] ?? 0) - (orders[b] ?? 0));
  const kept = order.flatMap((place) => events[place] ?? []).filter((event) => !isCalledOff(state, event));
  state.queue = emptyQueue();
  for (const event of kept) schedule(state.queue, event);
  state.idleDeadlines = 0;
}

function isCalledOff(state: PoolState, event: Scheduled): boolean {
  switch (event.kind) {
    case 'arrival':
      return event.atNs !== state.arrivalAtNs;
    case 'connect-ends': {
      const connection = poolOf(state, event.application).connections.items[event.slot];
      return connection?.id !== event.connection || connection.place !== 'opening';
    }
    case 'deadline': {
      const request = state.requests.items[event.slot];
      return request?.id !== event.request || !request.hasDeadline;
    }
    case 'cleaner':
      return event.atNs !== poolOf(state, event.application).cleanerAtNs;
    case 'database-dies':
      return event.atNs !== state.diesAtNs;
    case 'database-returns':
      return event.atNs !== state.returnsAtNs;
  }
}

function kindOf(state: PoolState, rules: PoolRules, event: Scheduled): PoolEventKind {
  switch (event.kind) {
    case 'arrival':
      return kindOfArrival(state, rules, event.application, event.atNs);
    case 'connect-ends': {
      const { fate } = inSlot(poolOf(state, event.application).connections, event.slot);
      return fate === 'opens' ? 'opened' : fate;
    }
    case 'deadline':
      return 'times-out';
    case 'cleaner':
      return findsSomething(poolOf(state, event.application), rules, event.atNs) ? 'cleaner-closes' : 'cleaner-looks';
    case 'database-dies':
    case 'database-returns':
      return event.kind;
  }
}

function kindOfArrival(state: PoolState, rules: PoolRules, application: number, atNs: number): PoolEventKind {
  const pool = poolOf(state, application);
  const slot = pool.idle.at(-1);
  if (slot !== undefined) {
    const connection = inSlot(pool.connections, slot);
    return connection.isBad || hasExpired(connection, rules, atNs) ? 'finds-bad' : 'acquires';
  }
  if (rules.maxOpen > 0 && pool.open >= rules.maxOpen) return 'waits';
  // What takes no time is over at once.
  const fate = rules.connectNs === 0 ? fateOf(state, rules) : 'opens';
  return fate === 'opens' ? 'connects' : fate;
}

function kindOfEnd(state: PoolState, rules: PoolRules, atNs: number): PoolEventKind {
  const slot = peekEvent(state.server.running)?.slot ?? -1;
  const { application, connection: connectionSlot, isLeak } = inSlot(state.requests, slot);
  if (isLeak) return 'leaks';
  const pool = poolOf(state, application);
  const connection = inSlot(pool.connections, connectionSlot);
  if (hasExpired(connection, rules, atNs)) return 'closes-expired';
  if (rules.maxOpen > 0 && pool.open > rules.maxOpen) return 'closes-surplus';
  if (pool.line.count > 0) return 'hands-over';
  return pool.idle.length < rules.maxIdle ? 'releases' : 'closes-surplus';
}
