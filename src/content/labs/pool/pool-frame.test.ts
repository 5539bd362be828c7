import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPool } from '#core/pool/pool-fixtures.ts';
import { poolModel } from '#core/pool/pool-model.ts';
import type { PoolParams } from '#core/pool/pool-params.ts';
import { SimulationRun } from '#core/shared/simulation/simulation-run.ts';
import { poolFrame, windowMs } from './pool-frame.ts';

function runOf(params: Partial<PoolParams>, seed: number, events = 3000) {
  const complete = { ...plainPool, ...params };
  const run = new SimulationRun(poolModel(complete, seed));
  run.advance(events);
  return { run, params: complete };
}

const troubled: Partial<PoolParams> = {
  maxOpen: 8,
  maxIdle: 2,
  connectMs: 5,
  arrivalsPerS: 150,
  leakFraction: 0.002,
  outageAtS: 4,
  outageForS: 0.5,
};

describe('the picture of a pool at a moment', () => {
  it('has lanes that follow without gaps in time or overlaps, up to the moment', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(500), (index, seed) => {
        const { run, params } = runOf(troubled, seed);
        const { fromMs, lanes, timeMs } = poolFrame(run, index, params, null);
        expect(timeMs).toBe(run.timeAt(index) / 1e6);
        for (const { connection, intervals } of lanes) {
          let before = -Infinity;
          for (const interval of intervals) {
            expect(interval.fromMs).toBeGreaterThanOrEqual(before);
            expect(interval.toMs).toBeGreaterThanOrEqual(Math.max(interval.fromMs, fromMs));
            before = interval.toMs;
          }
          expect(before).toBeLessThanOrEqual(timeMs);
          // A connection that is there now reaches up to now.
          expect(connection === null || before === timeMs).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('shows in its lanes what its statistics count', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(500), (index, seed) => {
        const { run, params } = runOf(troubled, seed);
        const { lanes, line, statistics } = poolFrame(run, index, params, null);
        const now = lanes.flatMap(({ connection, intervals }) =>
          connection === null ? [] : (intervals.at(-1)?.state ?? []),
        );
        const idle = now.filter((state) => state === 'idle' || state === 'bad');
        expect(idle).toHaveLength(statistics.idle);
        expect(now.length).toBeLessThanOrEqual(statistics.openConnections);
        expect(line.waiters).toHaveLength(Math.min(60, line.total));
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on where the window begins', () => {
    const { run, params } = runOf(troubled, 1);
    const { lanes } = poolFrame(run, 2000, params, null);
    const earlier = poolFrame(run, 1990, params, null);
    const known = earlier.lanes.flatMap(({ intervals }) => intervals.slice(1, -1));
    const later = lanes.flatMap(({ intervals }) => intervals.slice(1, -1));
    expect(later.length).toBeGreaterThan(10);
    const both = later.filter(({ toMs }) => toMs < earlier.timeMs - 50);
    expect(both.length).toBeGreaterThan(5);
    expect(known).toEqual(expect.arrayContaining(both));
  });

  it('tells idle connections that the database left from those that work', () => {
    const { run, params } = runOf({ ...troubled, leakFraction: 0, arrivalsPerS: 20, maxIdle: 8 }, 3);
    const dies = run.find(['database-dies'], 0, 'forwards') ?? Number.NaN;
    const statesAt = (index: number) =>
      poolFrame(run, index, params, null).lanes.map(({ intervals }) => intervals.at(-1)?.state);
    const [before, after] = [statesAt(dies - 1), statesAt(dies)];
    expect(before).toContain('idle');
    expect(before).not.toContain('bad');
    expect(after.filter((state) => state === 'bad')).toEqual(
      before.filter((state) => state === 'idle').map(() => 'bad'),
    );
    expect(after).not.toContain('idle');
  });

  it('tells attempts to open that failed, once they are over', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.boolean(), (seed, isRefused) => {
        const trouble = isRefused ? { maxConnections: 4, outageForS: 0 } : {};
        const { run, params } = runOf({ ...troubled, leakFraction: 0, ...trouble }, seed);
        const kind = isRefused ? 'refused' : 'unreachable';
        const fails = run.find([kind], 0, 'forwards') ?? Number.NaN;
        const states = (index: number) =>
          poolFrame(run, index, params, null).lanes.flatMap(({ intervals }) => intervals.map(({ state }) => state));
        expect(states(fails - 1)).not.toContain('failed');
        expect(states(fails - 1)).toContain('opening');
        const { lanes, timeMs } = poolFrame(run, fails, params, null);
        const failed = lanes.flatMap(({ intervals }) => intervals.filter(({ state }) => state === 'failed'));
        expect(failed).toEqual([expect.objectContaining({ toMs: timeMs })]);
      }),
      { numRuns: 20 },
    );
  });

  it('marks the intervals of slow queries, and no others', () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const holdMs = { mean: 20, distribution: 'constant' } as const;
        const { run, params } = runOf({ holdMs, maxOpen: 40, maxIdle: 40, slowFraction: 0.3, slowMs: 90 }, seed);
        // Of hundreds of requests none is slow once in 10^30 seeds.
        const past = [400, 600, 800, 1000, 1200].flatMap((index) =>
          poolFrame(run, index, params, null).lanes.flatMap(({ intervals }) => intervals.slice(0, -1)),
        );
        expect(past.filter(({ isSlow }) => isSlow)).not.toEqual([]);
        for (const { isSlow, state, fromMs, toMs } of past) {
          expect(isSlow).toBe(state === 'busy' && toMs - fromMs > 50);
        }
      }),
      { numRuns: 10 },
    );
  });

  it("counts the pooler's connections while the server is up", () => {
    const { run, params } = runOf({ ...troubled, poolerSize: 3 }, 1);
    const dies = run.find(['database-dies'], 0, 'forwards') ?? Number.NaN;
    const returns = run.find(['database-returns'], 0, 'forwards') ?? Number.NaN;
    const serverAt = (index: number) => poolFrame(run, index, params, null).server;
    expect(serverAt(dies - 1)).toMatchObject({ connections: 3, isPooled: true, isDown: false });
    expect(serverAt(dies)).toMatchObject({ connections: 0, isPooled: true, isDown: true });
    expect(serverAt(returns)).toMatchObject({ connections: 3, isDown: false });
  });

  it('is plain data', () => {
    const { run, params } = runOf({ ...troubled, applications: 3, poolerSize: 4, cores: 2 }, 2);
    const frame = poolFrame(run, 2500, params, null);
    expect(structuredClone(frame)).toEqual(frame);
    expect(JSON.parse(JSON.stringify(frame))).toEqual(frame);
    expect(frame.applications).toHaveLength(3);
    expect(frame.summed?.inUse).toBe(frame.applications.reduce((sum, { inUse }) => sum + inUse, 0));
  });

  it('shows the first lanes and waiters of very many', () => {
    const { run, params } = runOf(
      { maxOpen: 100, arrivalsPerS: 3000, holdMs: { mean: 60, distribution: 'constant' } },
      1,
    );
    const frame = poolFrame(run, 3000, params, null);
    expect(frame.lanes).toHaveLength(40);
    expect(frame.moreLanes).toBe(60);
    expect(frame.line.waiters).toHaveLength(60);
    expect(frame.line.total).toBeGreaterThan(100);
    const waits = frame.line.waiters.map(({ waitedMs }) => waitedMs);
    expect(waits).toEqual(waits.toSorted((a, b) => b - a));
  });

  it('shows at the start that nothing is there yet', () => {
    const { run, params } = runOf({}, 1);
    expect(poolFrame(run, 0, params, null)).toMatchObject({
      timeMs: 0,
      fromMs: 0,
      lanes: [],
      line: { waiters: [], total: 0 },
    });
  });
});

describe('the time in sight', () => {
  it.each([
    [100, 1, 500],
    [10, 1, 5000],
    [30, 1, 2000],
    [100, 4, 2000],
    [100_000, 1, 0.5],
    [0.1, 1, 500_000],
  ])(
    'is round, and holds 48 to 120 events of an application: %s a second in %s',
    (arrivalsPerS, applications, expected) => {
      expect(windowMs({ ...plainPool, arrivalsPerS, applications })).toBeCloseTo(expected, 9);
    },
  );
});
