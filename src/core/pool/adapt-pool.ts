import { schedule } from '#core/shared/event-queue.ts';
import { changeBy, startCleaner } from './hand-over.ts';
import { closeConnection } from './opener.ts';
import type { PoolParams } from './pool-params.ts';
import { type PoolRules, poolRules, shortestLimitNs } from './pool-rules.ts';
import { type PoolState, poolOf } from './pool-state.ts';
import { runFromPooler } from './release.ts';
import { forgetCalledOff } from './upcoming-event.ts';

/**
 * What other parameters do to a pool that is at work, as Go's SetMaxOpenConns, SetMaxIdleConns, SetConnMaxLifetime and
 * SetConnMaxIdleTime do it: idle connections beyond the limit are closed at once, those in use when they come back. As in
 * Go a higher limit opens nothing for those who wait already: they wait until a connection comes back.
 *
 * Requests on their way keep their work and their deadline, attempts to connect their end; the gap to the next arrival is
 * stretched with the mean gap. `applications`, `forS` and whether there is a pooler cannot change. Writes into the state.
 */
export function adaptPool(state: PoolState, from: PoolParams, to: PoolParams): PoolState {
  const before = poolRules(from);
  const rules = poolRules(to);
  for (const application of state.pools.keys()) adaptApplication(state, before, rules, application);
  if (to.arrivalsPerS !== from.arrivalsPerS) moveArrival(state, from.arrivalsPerS / to.arrivalsPerS);
  if (rules.outageAtNs !== before.outageAtNs || rules.outageEndNs !== before.outageEndNs) moveOutage(state, rules);
  runFromPooler(state, rules);
  forgetCalledOff(state);
  return state;
}

function adaptApplication(state: PoolState, before: PoolRules, rules: PoolRules, application: number): void {
  const pool = poolOf(state, application);
  const closing = pool.idle.splice(rules.maxIdle);
  if (closing.length > 0) {
    pool.counters.maxIdleClosed += closing.length;
    changeBy(state.averages.idle, state.nowNs, -closing.length);
    changeBy(state.averages.inUse, state.nowNs, closing.length);
  }
  for (const slot of closing) closeConnection(state, rules, application, slot);
  if (rules.maxIdleTimeNs === before.maxIdleTimeNs && rules.maxLifetimeNs === before.maxLifetimeNs) return;
  const limitNs = shortestLimitNs(rules);
  if (pool.cleanerAtNs !== null && limitNs > 0 && limitNs < shortestLimitNs(before)) {
    // A shorter limit wakes the cleaner.
    pool.cleanerAtNs = state.nowNs;
    schedule(state.queue, { kind: 'cleaner', atNs: state.nowNs, application });
  }
  startCleaner(state, rules, application);
}

function moveArrival(state: PoolState, stretch: number): void {
  const { arrivalAtNs, nowNs, queue } = state;
  const arrival = queue.events.find(({ kind, atNs }) => kind === 'arrival' && atNs === arrivalAtNs);
  if (arrival?.kind !== 'arrival') return;
  const atNs = nowNs + Math.round((arrival.atNs - nowNs) * stretch);
  if (atNs === arrival.atNs) return;
  state.arrivalAtNs = atNs;
  schedule(queue, { ...arrival, atNs });
}

/** What is left of the new outage is to come; one that is under way lasts as long as the new one, or ends at once. */
function moveOutage(state: PoolState, { outageAtNs, outageEndNs }: PoolRules): void {
  const { nowNs, queue } = state;
  const isToCome = outageEndNs > Math.max(outageAtNs, nowNs);
  state.isDatabaseDown = state.isDatabaseDown && isToCome && outageAtNs <= nowNs;
  state.diesAtNs = isToCome && !state.isDatabaseDown ? Math.max(outageAtNs, nowNs) : null;
  state.returnsAtNs = isToCome ? outageEndNs : null;
  if (state.diesAtNs !== null) schedule(queue, { kind: 'database-dies', atNs: state.diesAtNs });
  if (state.returnsAtNs !== null) schedule(queue, { kind: 'database-returns', atNs: state.returnsAtNs });
}
