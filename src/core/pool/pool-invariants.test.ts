import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Model, nsPerMs } from '#core/shared/simulation/model.ts';
import { integralUntil } from '#core/shared/time-average.ts';
import type { PoolEvent, PoolEventKind } from './pool-events.ts';
import { plainPool, runPool } from './pool-fixtures.ts';
import { poolModel } from './pool-model.ts';
import type { PoolParams } from './pool-params.ts';
import type { PoolState, Request } from './pool-state.ts';
import { summedStatistics } from './pool-statistics.ts';
import { countSlots } from './slots.ts';
import { waitersOf } from './waiting-line.ts';

const orNone = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: most }));
const share = fc.constantFrom(0, 0, 0.01, 0.2);

/** Small and busy: limits are met often, and everything that can be set is set now and then. */
const anyParams: fc.Arbitrary<PoolParams> = fc.record({
  maxOpen: orNone(8),
  maxIdle: fc.integer({ min: 0, max: 8 }),
  maxLifetimeMs: orNone(3000),
  maxIdleTimeMs: orNone(3000),
  arrivalsPerS: fc.integer({ min: 1, max: 120 }),
  holdMs: fc.record({
    mean: fc.integer({ min: 1, max: 200 }),
    distribution: fc.constantFrom('constant', 'uniform', 'exponential', 'lognormal', 'pareto'),
  }),
  connectMs: orNone(300),
  waiters: fc.constantFrom('random', 'first', 'last'),
  timeoutMs: orNone(600),
  leakFraction: share,
  slowFraction: share,
  slowMs: fc.integer({ min: 1, max: 3000 }),
  outageAtS: fc.integer({ min: 0, max: 5 }),
  outageForS: orNone(3),
  applications: fc.integer({ min: 1, max: 4 }),
  poolerSize: orNone(4),
  maxConnections: orNone(12),
  cores: orNone(4),
  overheadPercent: orNone(40),
  forS: fc.constant(12),
});
const seed = fc.nat(2 ** 32 - 1);
const runs = { numRuns: 60 };

const requestsOf = (state: PoolState): Request[] => state.requests.items.filter((request) => request !== null);

/** What does not add up, by name. */
function faultsOf(state: PoolState, params: PoolParams): string[] {
  const { averages, counters, pools, server } = state;
  const faults: string[] = [];
  const same = (name: string, found: number, expected: number) => {
    if (found !== expected) faults.push(`${name}: ${found}, not ${expected}`);
  };
  const within = (name: string, found: number, limit: number) => {
    if (limit > 0 && found > limit) faults.push(`${name}: ${found} of ${limit}`);
  };
  const requests = requestsOf(state);
  const inPlace = (place: string) => requests.filter((request) => request.place === place).length;
  const gone = counters.completed + counters.failed + counters.leaked + counters.timeouts;
  same('requests', gone + countSlots(state.requests), counters.requests);
  same('waiting', inPlace('waiting'), averages.waiting.value);
  same('at the pooler', inPlace('at-pooler'), averages.atPooler.value);
  same('running', inPlace('running'), averages.running.value);
  same('queries', server.running.events.length, averages.running.value);
  within('pooler', averages.running.value, params.poolerSize);
  const vain = state.queue.events.filter((event) => {
    const request = event.kind === 'deadline' ? state.requests.items[event.slot] : null;
    return event.kind === 'deadline' && (request?.id !== event.request || !request.hasDeadline);
  });
  same('deadlines called off', vain.length, state.idleDeadlines);
  let onServer = 0;
  for (const [application, { connections, idle, line, open, toOpen }] of pools.entries()) {
    const places = connections.items.filter((connection) => connection !== null);
    const count = (place: string) => places.filter((connection) => connection.place === place).length;
    const own = requests.filter((request) => request.application === application);
    same('open', count('idle') + count('busy') + count('leaked') + count('opening') + toOpen, open);
    same('busy', own.filter(({ place }) => place === 'running' || place === 'at-pooler').length, count('busy'));
    same('idle', idle.length, count('idle'));
    same('in line', own.filter(({ place }) => place === 'waiting').length, line.count);
    same('listed', waitersOf(line, Infinity).length, line.count);
    within('kept', idle.length, Math.max(params.maxIdle, 0.5));
    within('most open', open, params.maxOpen);
    if (params.maxOpen === 0) same('waiting without a limit', line.count, 0);
    onServer += places.filter(({ isOnServer }) => isOnServer).length;
  }
  same('on the server', onServer, server.connections);
  within('accepted', onServer, params.maxConnections);
  const { inUse, idle, openConnections } = summedStatistics(state, 0);
  same('InUse', averages.inUse.value, inUse);
  same('Idle', averages.idle.value, idle);
  same('OpenConnections', openConnections, inUse + idle);
  return faults;
}

function stepThrough(model: Model<PoolState, PoolEvent>, look: (state: PoolState, event: PoolEvent) => void): void {
  const state = model.start();
  for (let count = 0; count < 2000; count++) {
    const event = model.peek(state);
    if (event === null || event.atNs > model.endNs) return;
    model.step(state, event);
    look(state, event);
  }
}

describe('a pool, whatever its parameters', () => {
  it('has every request and connection in exactly one place', () => {
    fc.assert(
      fc.property(anyParams, seed, (params, chance) => {
        const faults: string[] = [];
        stepThrough(poolModel(params, chance), (state) => faults.push(...faultsOf(state, params)));
        expect(faults).toEqual([]);
      }),
      runs,
    );
  });

  it("keeps Little's law to the nanosecond: the area under the line is the time spent in it", () => {
    fc.assert(
      fc.property(anyParams, seed, (params, chance) => {
        const model = poolModel(params, chance);
        const state = model.start();
        for (let round = 0; round < 20; round++) {
          runPool(model, state, 100);
          const stillWaiting = requestsOf(state).filter(({ place }) => place === 'waiting');
          const waitedNs = stillWaiting.reduce((sum, request) => sum + state.nowNs - request.waitingSinceNs, 0);
          const waitDurationNs = state.pools.reduce((sum, { counters }) => sum + counters.waitDurationNs, 0);
          expect(integralUntil(state.averages.waiting, state.nowNs)).toBe(waitedNs + waitDurationNs);
          expect(summedStatistics(state, 0).waitDurationMs).toBeCloseTo(waitDurationNs / nsPerMs, 6);
        }
      }),
      runs,
    );
  });

  it('never counts down and never goes back in time', () => {
    fc.assert(
      fc.property(anyParams, seed, (params, chance) => {
        let before: number[] = [];
        let lower = 0;
        stepThrough(poolModel(params, chance), (state) => {
          const figures = [state.nowNs, ...Object.values(state.counters)];
          for (const { counters } of state.pools) figures.push(...Object.values(counters));
          lower += figures.filter((figure, index) => figure < (before[index] ?? 0)).length;
          before = figures;
        });
        expect(lower).toBe(0);
      }),
      runs,
    );
  });

  it('goes on from a copy as from the original, and leaves a copy as it was', () => {
    fc.assert(
      fc.property(anyParams, seed, fc.nat(800), fc.nat(800), (params, chance, before, after) => {
        const model = poolModel(params, chance);
        const state = model.start();
        const first = runPool(model, state, before);
        const copy = model.copy(state);
        const asItWas = structuredClone(state);
        const events = runPool(model, state, after);
        expect(copy).toEqual(asItWas);
        expect(runPool(model, copy, after)).toEqual(events);
        expect(copy).toEqual(state);
        const again = poolModel(params, chance);
        expect(runPool(again, again.start(), before + after)).toEqual([...first, ...events]);
      }),
      runs,
    );
  });

  it('says beforehand what an event will come to', () => {
    const closes: Partial<Record<PoolEventKind, (closed: number) => boolean>> = {
      'hands-over': (closed) => closed === 0,
      releases: (closed) => closed === 0,
      acquires: (closed) => closed === 0,
      'closes-surplus': (closed) => closed === 1,
      'closes-expired': (closed) => closed === 1,
      'cleaner-closes': (closed) => closed > 0,
      'cleaner-looks': (closed) => closed === 0,
      refused: (closed) => closed === 0,
      'finds-bad': (closed) => closed === 1 || closed === 2,
    };
    fc.assert(
      fc.property(anyParams, seed, (params, chance) => {
        let waits = 0;
        let refusals = 0;
        const faults: string[] = [];
        stepThrough(poolModel(params, chance), (state, { kind }) => {
          const { counters, last } = state;
          const { waitCount } = summedStatistics(state, 0);
          const isWaiting = waitCount > waits;
          waits = waitCount;
          if (kind !== 'finds-bad' && isWaiting !== (kind === 'waits')) faults.push(`${kind}: waits ${isWaiting}`);
          const isRefused = counters.refused > refusals;
          refusals = counters.refused;
          if (kind === 'refused' && !isRefused) faults.push('refuses nobody');
          if (kind === 'connects' && isRefused) faults.push('does not say that it is refused');
          if (kind === 'hands-over' && last.next === 0) faults.push('hands over to nobody');
          if (closes[kind]?.(last.closed) === false) faults.push(`${kind}: closes ${last.closed}`);
        });
        expect(faults).toEqual([]);
      }),
      runs,
    );
  });
});

describe('deadlines that are met', () => {
  it('change nothing, and do not pile up', () => {
    const params = {
      ...plainPool,
      arrivalsPerS: 1900,
      holdMs: { mean: 5, distribution: 'exponential' },
      forS: 30,
    } as const;
    const run = (timeoutMs: number) => {
      const model = poolModel({ ...params, timeoutMs }, 1);
      const state = model.start();
      const kinds = runPool(model, state).map(({ kind, atNs }) => `${kind} ${atNs}`);
      return { kinds, state };
    };
    const patient = run(0);
    const { kinds, state } = run(20_000);
    expect(kinds).toEqual(patient.kinds);
    expect(state.counters).toMatchObject({ ...patient.state.counters, timeouts: 0 });
    const statistics = summedStatistics(state, 0);
    expect(statistics).toEqual(summedStatistics(patient.state, 0));
    expect(statistics.waitCount).toBeGreaterThan(10_000);
    expect(state.queue.events.length).toBeLessThan(2500);
  });
});

describe('chance', () => {
  it('brings the same requests to another pool', () => {
    const arrivals = (params: Partial<PoolParams>) => {
      const works: number[] = [];
      stepThrough(poolModel({ ...plainPool, forS: 5, ...params }, 3), ({ nowNs, requests, last }, { cause }) => {
        const arrived = requests.items.find((request) => request?.id === last.request);
        if (cause.kind === 'arrival') works.push(nowNs, arrived?.workNs ?? NaN);
      });
      return works.slice(0, 800);
    };
    const all = arrivals({});
    expect(all).toHaveLength(800);
    expect(arrivals({ maxOpen: 6, maxIdle: 1 })).toEqual(all);
    expect(arrivals({ waiters: 'last', connectMs: 20, cores: 2, leakFraction: 0.001 })).toEqual(all);
  });
});
