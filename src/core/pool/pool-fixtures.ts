import { type Model, nsPerMs } from '#core/shared/simulation/model.ts';
import type { PoolEvent } from './pool-events.ts';
import { poolModelOf } from './pool-model.ts';
import type { PoolParams } from './pool-params.ts';
import { poolRules } from './pool-rules.ts';
import type { PoolState } from './pool-state.ts';
import { type GivenRequest, givenWorkload } from './workload.ts';

/** Ten connections that are kept, opened at once, on a server without limits, half of them in use on average. */
export const plainPool: PoolParams = {
  maxOpen: 10,
  maxIdle: 10,
  maxLifetimeMs: 0,
  maxIdleTimeMs: 0,
  arrivalsPerS: 100,
  holdMs: { mean: 50, distribution: 'exponential' },
  connectMs: 0,
  waiters: 'random',
  timeoutMs: 0,
  leakFraction: 0,
  slowFraction: 0,
  slowMs: 5000,
  outageAtS: 0,
  outageForS: 0,
  applications: 1,
  poolerSize: 0,
  maxConnections: 0,
  cores: 0,
  overheadPercent: 0,
  forS: 60,
};

/** Steps to the end of the run, or to where it is cut off, or through so many events. */
export function runPool(model: Model<PoolState, PoolEvent>, state: PoolState, most = Infinity): PoolEvent[] {
  const events: PoolEvent[] = [];
  while (events.length < most && model.overload(state) === null) {
    const event = model.peek(state);
    if (event === null || event.atNs > model.endNs) break;
    model.step(state, event);
    events.push(event);
  }
  return events;
}

/** As `runPool`, for runs too long to keep their events. */
export function runSilently(model: Model<PoolState, PoolEvent>): PoolState {
  const state = model.start();
  for (let event = model.peek(state); event !== null && event.atNs <= model.endNs; event = model.peek(state)) {
    model.step(state, event);
    if (model.overload(state) !== null) break;
  }
  return state;
}

/** What given requests do to a pool: each event as "ms kind", with the state after the last one at or before `untilMs`. */
export function playRequests(
  params: Partial<PoolParams>,
  requests: readonly GivenRequest[],
  { untilMs = 60_000, seed = 1 } = {},
): { readonly trail: readonly string[]; readonly state: PoolState; readonly served: readonly number[] } {
  const model = poolModelOf(poolRules({ ...plainPool, ...params }), givenWorkload(requests), seed);
  const state = model.start();
  const trail: string[] = [];
  const served: number[] = [];
  for (let event = model.peek(state); event !== null && event.atNs <= untilMs * nsPerMs; event = model.peek(state)) {
    model.step(state, event);
    trail.push(`${event.atNs / nsPerMs} ${event.kind}`);
    if (state.last.next > 0) served.push(state.last.next);
  }
  return { trail, state, served };
}
