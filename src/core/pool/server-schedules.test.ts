import { describe, expect, it } from 'vitest';
import { playRequests } from './pool-fixtures.ts';
import { inSlot } from './slots.ts';
import { poolOf, type PoolState } from './pool-state.ts';
import { summedStatistics } from './pool-statistics.ts';

/* Worked out by hand, as in go-schedules.test.ts. */

const statistics = (state: PoolState) => summedStatistics(state, 0);

const dies = (atMs: number, forMs: number) => ({ outageAtS: atMs / 1000, outageForS: forMs / 1000 });

describe('a database that dies and returns', () => {
  it('fails what runs, and lets each attempt of the opener fail one waiter', () => {
    const requests = [
      { atMs: 0, holdMs: 100 },
      { atMs: 20, holdMs: 10 },
      { atMs: 70, holdMs: 10 },
      { atMs: 145, holdMs: 10 },
      { atMs: 160, holdMs: 10 },
    ];
    const { state, trail } = playRequests({ maxOpen: 1, connectMs: 10, ...dies(50, 100) }, requests);
    expect(trail).toEqual([
      '0 connects',
      '10 opened',
      '20 waits',
      '50 database-dies',
      '60 unreachable',
      '70 connects',
      '80 unreachable',
      '145 connects',
      '150 database-returns',
      '155 unreachable',
      '160 connects',
      '170 opened',
      '180 releases',
    ]);
    expect(state.counters).toMatchObject({ failed: 4, completed: 1, opened: 2, unreachable: 3 });
    // The second request waited from 20 to 60 for its error.
    expect(statistics(state)).toMatchObject({ waitCount: 1, waitDurationMs: 40, openConnections: 1, idle: 1 });
  });

  it('leaves idle connections that are found bad twice, then opens a new one beside them', () => {
    const together = [0, 0, 0].map((atMs) => ({ atMs, holdMs: 10 }));
    const { state, trail } = playRequests({ ...dies(50, 10) }, [...together, { atMs: 100, holdMs: 10 }]);
    expect(trail.slice(-4)).toEqual(['50 database-dies', '60 database-returns', '100 finds-bad', '110 releases']);
    // Two of three were closed; the third lies there still, under the new one.
    expect(statistics(state)).toMatchObject({ openConnections: 2, idle: 2, maxIdleClosed: 0, maxLifetimeClosed: 0 });
    const { connections, idle } = poolOf(state, 0);
    expect(idle.map((slot) => inSlot(connections, slot).isBad)).toEqual([true, false]);
    expect(state.counters).toMatchObject({ completed: 4, failed: 0, opened: 4 });
  });

  it('fails attempts that were under way when it died', () => {
    const { state } = playRequests({ connectMs: 100, ...dies(50, 10) }, [{ atMs: 0, holdMs: 10 }]);
    expect(state.counters).toMatchObject({ failed: 1, unreachable: 1, opened: 0 });
    expect(statistics(state).openConnections).toBe(0);
  });

  it('has the opener try in the place of an attempt that failed', () => {
    const requests = [0, 1].map((atMs) => ({ atMs, holdMs: 10 }));
    const { served, trail } = playRequests({ maxOpen: 1, connectMs: 10, ...dies(5, 3) }, requests);
    expect(trail.slice(4)).toEqual(['10 unreachable', '20 opened', '30 releases']);
    expect(served).toEqual([2]);
  });

  it('fails what waits at the pooler too', () => {
    const requests = [
      { atMs: 0, holdMs: 100 },
      { atMs: 0, holdMs: 100 },
    ];
    const { state } = playRequests({ poolerSize: 1, ...dies(50, 10) }, requests);
    expect(state.counters).toMatchObject({ failed: 2, completed: 0 });
    expect(state.averages.atPooler).toMatchObject({ value: 0, integral: 50e6 });
  });
});

describe('the opener', () => {
  it('opens one connection after another for those who wait', () => {
    const requests = [0, 0, 20, 20].map((atMs) => ({ atMs, holdMs: 100 }));
    const { state, trail } = playRequests({ maxOpen: 2, maxLifetimeMs: 50, connectMs: 10 }, requests, { untilMs: 200 });
    // Both connections are too old at 110; the two for the waiters are opened by 120 and by 130.
    expect(trail.slice(4)).toEqual([
      '20 waits',
      '20 waits',
      '110 closes-expired',
      '110 closes-expired',
      '120 opened',
      '130 opened',
    ]);
    expect(statistics(state)).toMatchObject({ waitDurationMs: 210, maxLifetimeClosed: 2, inUse: 2 });
  });
});

describe('a limit of connections on the server', () => {
  it('refuses further connections, which count as open until then', () => {
    const requests = [0, 1, 200].map((atMs, application) => ({ atMs, holdMs: 100, application }));
    const limits = { applications: 3, maxConnections: 1, connectMs: 10, maxIdle: 0 };
    const { state, trail } = playRequests(limits, requests, { untilMs: 250 });
    expect(trail).toEqual([
      '0 connects',
      '1 connects',
      '10 opened',
      '11 refused',
      '110 closes-surplus',
      '200 connects',
      '210 opened',
    ]);
    expect(state.counters).toMatchObject({ refused: 1, failed: 1, opened: 2 });
    expect(state.server.connections).toBe(1);
    expect(statistics(state).openConnections).toBe(1);
  });

  it('does not hold for connections to a pooler', () => {
    const requests = [0, 0].map((atMs) => ({ atMs, holdMs: 100 }));
    const { state } = playRequests({ maxConnections: 1, poolerSize: 1 }, requests);
    expect(state.counters).toMatchObject({ refused: 0, completed: 2 });
  });
});

describe('a pooler', () => {
  it('lets queries wait for its connections to the server, who came first first', () => {
    const requests = [0, 1, 2].map((atMs) => ({ atMs, holdMs: 100 }));
    const { trail } = playRequests({ poolerSize: 1 }, requests);
    expect(trail).toEqual(['0 connects', '1 connects', '2 connects', '100 releases', '200 releases', '300 releases']);
  });
});

describe('a leak', () => {
  it('keeps its connection in use for ever', () => {
    const requests = [
      { atMs: 0, holdMs: 10, isLeak: true },
      { atMs: 20, holdMs: 10 },
    ];
    const { state, trail } = playRequests({ maxOpen: 1 }, requests);
    expect(trail).toEqual(['0 connects', '10 leaks', '20 waits']);
    expect(state.counters).toMatchObject({ leaked: 1, completed: 0 });
    expect(statistics(state)).toMatchObject({ inUse: 1, idle: 0, waitCount: 1, waitDurationMs: 0 });
  });
});

describe('the cores of the server', () => {
  const ends = (params: Parameters<typeof playRequests>[0], requests: Parameters<typeof playRequests>[1]) =>
    playRequests(params, requests).trail.filter((line) => line.endsWith('releases'));

  it('are shared equally', () => {
    const requests = [0, 50].map((atMs) => ({ atMs, holdMs: 100 }));
    // The first has 50 ms left at 50, and half of the core until 150; the second has done 50 by then.
    expect(ends({ cores: 1 }, requests)).toEqual(['150 releases', '200 releases']);
    expect(ends({ cores: 2 }, requests)).toEqual(['100 releases', '150 releases']);
  });

  it('lose some of their speed for each query beyond their number', () => {
    const requests = [0, 0].map((atMs) => ({ atMs, holdMs: 100 }));
    // Each runs at ½ ÷ 1.5, a third of its speed.
    expect(ends({ cores: 1, overheadPercent: 50 }, requests)).toEqual(['300 releases', '300 releases']);
  });
});
