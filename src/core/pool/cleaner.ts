import { changeBy, cleanIn } from './hand-over.ts';
import { closeConnection } from './opener.ts';
import { type PoolRules, shortestLimitNs } from './pool-rules.ts';
import { type ApplicationPool, type PoolState, poolOf } from './pool-state.ts';
import { inSlot } from './slots.ts';

/**
 * Go's cleaner: closes idle connections that lay idle, or lived, for longer than they may, and comes again when the next
 * one's time is over, but not sooner than in a second. It ends when no connection is open, and is started by the next one
 * that is kept.
 */
export function clean(state: PoolState, rules: PoolRules, application: number): void {
  const pool = poolOf(state, application);
  pool.cleanerAtNs = null;
  const limitNs = shortestLimitNs(rules);
  if (pool.open === 0 || limitNs === 0) return;
  const idleTooLong = countIdleTooLong(pool, rules, state.nowNs);
  const closing = pool.idle.slice(0, idleTooLong);
  const kept: number[] = [];
  let nextNs = limitNs;
  for (const slot of pool.idle.slice(idleTooLong)) {
    const { createdNs, sinceNs } = inSlot(pool.connections, slot);
    if (rules.maxIdleTimeNs > 0 && kept.length === 0 && closing.length === idleTooLong) {
      nextNs = Math.min(nextNs, sinceNs + rules.maxIdleTimeNs - state.nowNs);
    }
    const leftNs = createdNs + rules.maxLifetimeNs - state.nowNs;
    if (rules.maxLifetimeNs > 0 && leftNs < 0) {
      closing.push(slot);
    } else {
      kept.push(slot);
      if (rules.maxLifetimeNs > 0) nextNs = Math.min(nextNs, leftNs);
    }
  }
  pool.counters.maxIdleTimeClosed += idleTooLong;
  pool.counters.maxLifetimeClosed += closing.length - idleTooLong;
  pool.idle = kept;
  changeBy(state.averages.idle, state.nowNs, -closing.length);
  changeBy(state.averages.inUse, state.nowNs, closing.length);
  state.last.application = application;
  for (const slot of closing) closeConnection(state, rules, application, slot);
  cleanIn(state, application, nextNs);
}

/** Whether the cleaner would close something. */
export function findsSomething(pool: ApplicationPool, rules: PoolRules, nowNs: number): boolean {
  if (countIdleTooLong(pool, rules, nowNs) > 0) return true;
  if (rules.maxLifetimeNs === 0) return false;
  return pool.idle.some((slot) => inSlot(pool.connections, slot).createdNs + rules.maxLifetimeNs < nowNs);
}

/** Of the idle ones, in order of their return, so many at the front. */
function countIdleTooLong({ connections, idle }: ApplicationPool, { maxIdleTimeNs }: PoolRules, nowNs: number): number {
  if (maxIdleTimeNs === 0) return 0;
  let count = idle.length;
  while (count > 0 && inSlot(connections, idle[count - 1] ?? -1).sinceNs >= nowNs - maxIdleTimeNs) count--;
  return count;
}
