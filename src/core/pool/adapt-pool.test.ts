import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nsPerMs } from '#core/shared/simulation/model.ts';
import { adaptPool } from './adapt-pool.ts';
import { plainPool, runPool } from './pool-fixtures.ts';
import { poolModel, poolModelOf } from './pool-model.ts';
import type { PoolParams } from './pool-params.ts';
import { poolRules } from './pool-rules.ts';
import { poolOf, type PoolState } from './pool-state.ts';
import { summedStatistics } from './pool-statistics.ts';
import { inSlot } from './slots.ts';
import { type GivenRequest, givenWorkload } from './workload.ts';

/** Requests meet one pool up to a time, and another from then on; the trail begins there. */
function changed(
  from: Partial<PoolParams>,
  atMs: number,
  to: Partial<PoolParams>,
  requests: readonly GivenRequest[],
): { readonly atChange: PoolState; readonly trail: readonly string[]; readonly state: PoolState } {
  const before = { ...plainPool, ...from };
  const after = { ...before, ...to };
  const play = (params: PoolParams, state: PoolState, untilMs: number) => {
    const model = poolModelOf(poolRules(params), givenWorkload(requests), 1);
    const trail: string[] = [];
    for (let event = model.peek(state); event && event.atNs <= untilMs * nsPerMs; event = model.peek(state)) {
      model.step(state, event);
      trail.push(`${event.atNs / nsPerMs} ${event.kind}`);
    }
    return trail;
  };
  const start = poolModelOf(poolRules(before), givenWorkload(requests), 1).start();
  play(before, start, atMs);
  const state = adaptPool(start, before, after);
  const atChange = structuredClone(state);
  return { atChange, trail: play(after, state, 60_000), state };
}

const together = (count: number, holdMs: number) => Array.from({ length: count }, () => ({ atMs: 0, holdMs }));

describe('a pool that is changed while it works', () => {
  it('closes idle connections beyond the new most, and counts them', () => {
    const { atChange } = changed({}, 50, { maxIdle: 1 }, together(4, 10));
    expect(summedStatistics(atChange, 1)).toMatchObject({ openConnections: 1, idle: 1, inUse: 0, maxIdleClosed: 3 });
  });

  it('closes those of them that were returned last', () => {
    const requests = [10, 20, 30].map((holdMs) => ({ atMs: 0, holdMs }));
    const { atChange } = changed({}, 50, { maxIdle: 2 }, requests);
    const { connections, idle } = poolOf(atChange, 0);
    expect(idle.map((slot) => inSlot(connections, slot).id)).toEqual([1, 2]);
  });

  it('closes connections beyond the new most when they come back, without counting them', () => {
    const { atChange, state, trail } = changed({}, 5, { maxOpen: 2 }, together(4, 10));
    expect(summedStatistics(atChange, 2)).toMatchObject({ openConnections: 4, inUse: 4 });
    expect(trail).toEqual(['10 closes-surplus', '10 closes-surplus', '10 releases', '10 releases']);
    expect(summedStatistics(state, 2)).toMatchObject({ openConnections: 2, idle: 2, maxIdleClosed: 0 });
  });

  it('opens nothing for those who wait already when there may be more', () => {
    const requests = [...together(2, 100), { atMs: 60, holdMs: 5 }];
    const { trail } = changed({ maxOpen: 1 }, 50, { maxOpen: 5 }, requests);
    expect(trail).toEqual(['60 connects', '65 hands-over', '100 releases', '165 releases']);
  });

  it('wakes the cleaner for a shorter limit, which comes again a second later', () => {
    const { trail } = changed({ maxIdleTimeMs: 20_000 }, 500, { maxIdleTimeMs: 1000 }, together(1, 10));
    expect(trail).toEqual(['10 cleaner-looks', '1010 cleaner-looks', '2010 cleaner-closes', '3010 cleaner-looks']);
  });

  it('lets the database die and return by the new times', () => {
    const dead = { outageAtS: 1, outageForS: 5 };
    const requests = [0, 800].map((atMs) => ({ atMs, holdMs: 1900 }));
    const at = (atMs: number, to: Partial<PoolParams>) =>
      changed(dead, atMs, to, requests).trail.filter((line) => line.includes('database'));
    expect(at(500, { outageForS: 0 })).toEqual([]);
    expect(at(500, { outageAtS: 1.5 })).toEqual(['1500 database-dies', '6500 database-returns']);
    expect(at(1000, { outageForS: 0 })).toEqual([]);
    expect(at(1000, { outageForS: 2 })).toEqual(['3000 database-returns']);
    expect(at(1000, { outageAtS: 7 })).toEqual(['7000 database-dies', '12000 database-returns']);
    // An outage that would have begun already begins now.
    expect(at(800, { outageAtS: 0.1 })).toEqual(['800 database-dies', '5100 database-returns']);
  });

  it('stretches the gap to the next arrival with the mean gap', () => {
    const model = poolModel(plainPool, 5);
    const state = model.start();
    runPool(model, state, 100);
    const leftNs = (state.arrivalAtNs ?? 0) - state.nowNs;
    const slower = { ...plainPool, arrivalsPerS: plainPool.arrivalsPerS / 4 };
    adaptPool(state, plainPool, slower);
    expect(state.arrivalAtNs).toBe(state.nowNs + 4 * leftNs);
    const counted = runPool(poolModel(slower, 5), state, 400).filter(({ cause }) => cause.kind === 'arrival').length;
    expect(counted).toBeGreaterThan(150);
  });

  it('lets more queries through a pooler that has more connections, and fewer through one that has fewer', () => {
    const later = (atMs: number) => ({ atMs, holdMs: 100 });
    const wider = changed({ poolerSize: 1 }, 50, { poolerSize: 3 }, [...together(3, 100), later(50)]);
    expect(wider.trail).toEqual(['100 releases', '150 releases', '150 releases', '200 releases']);
    const narrower = changed({ poolerSize: 3 }, 0, { poolerSize: 1 }, [...together(3, 100), later(60), later(60)]);
    expect(narrower.trail.slice(-3)).toEqual(['100 releases', '200 releases', '300 releases']);
  });

  it('goes on as it was where nothing changes', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(300), (seed, before) => {
        const params: PoolParams = { ...plainPool, maxOpen: 5, maxIdle: 2, timeoutMs: 100, maxIdleTimeMs: 1500 };
        const model = poolModel(params, seed);
        const state = model.start();
        runPool(model, state, before);
        const copy = adaptPool(model.copy(state), params, { ...params });
        expect(copy).toEqual(state);
        expect(runPool(model, copy, 300)).toEqual(runPool(model, state, 300));
      }),
    );
  });
});
