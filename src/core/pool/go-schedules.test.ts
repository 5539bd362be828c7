import { describe, expect, it } from 'vitest';
import { playRequests } from './pool-fixtures.ts';
import type { PoolParams } from './pool-params.ts';
import { poolOf, type PoolState } from './pool-state.ts';
import { statisticsOf } from './pool-statistics.ts';
import type { GivenRequest } from './workload.ts';

/* Every figure here was worked out by hand from Go's database/sql/sql.go (conn, putConn, connectionCleaner). */

function statistics(state: PoolState) {
  return statisticsOf(poolOf(state, 0), 0);
}

function played(params: Partial<PoolParams>, requests: readonly GivenRequest[], untilMs = 60_000) {
  return statistics(playRequests(params, requests, { untilMs }).state);
}

describe('acquiring', () => {
  it('takes the idle connection that was returned last', () => {
    const requests = [
      { atMs: 0, holdMs: 10 },
      { atMs: 1, holdMs: 20 },
      { atMs: 30, holdMs: 5 },
    ];
    const { state, trail } = playRequests({}, requests, { untilMs: 30 });
    expect(trail).toEqual(['0 connects', '1 connects', '10 releases', '21 releases', '30 acquires']);
    expect(state.last.connection).toBe(2);
  });

  it('opens a connection while there are fewer than the most, then waits', () => {
    const requests = [0, 1, 2, 3].map((atMs) => ({ atMs, holdMs: 100 }));
    expect(played({ maxOpen: 2 }, requests, 50)).toMatchObject({ openConnections: 2, inUse: 2, idle: 0, waitCount: 2 });
  });

  it('never waits without a limit', () => {
    const requests = Array.from({ length: 100 }, (_, index) => ({ atMs: index, holdMs: 1000 }));
    expect(played({ maxOpen: 0 }, requests, 500)).toMatchObject({ openConnections: 100, inUse: 100, waitCount: 0 });
  });

  it('counts a connection as open and in use from when it begins to be opened', () => {
    const requests = [
      { atMs: 0, holdMs: 10 },
      { atMs: 5, holdMs: 10 },
    ];
    const limits = { maxOpen: 1, connectMs: 20 };
    expect(played(limits, requests, 6)).toMatchObject({ openConnections: 1, inUse: 1, waitCount: 1 });
    // Opened at 20, handed over at 30.
    expect(played(limits, requests)).toMatchObject({ waitDurationMs: 25, idle: 1 });
  });
});

describe('releasing', () => {
  it('keeps as many idle connections as it may and closes the others', () => {
    const requests = [10, 20, 30].map((holdMs) => ({ atMs: 0, holdMs }));
    expect(played({ maxIdle: 2 }, requests)).toMatchObject({ openConnections: 2, idle: 2, maxIdleClosed: 1 });
    expect(played({ maxIdle: 0 }, requests)).toMatchObject({ openConnections: 0, idle: 0, maxIdleClosed: 3 });
  });

  it('hands the connection to who waits, and counts the time of all who waited', () => {
    const requests = [
      { atMs: 0, holdMs: 100 },
      { atMs: 10, holdMs: 50 },
      { atMs: 20, holdMs: 50 },
    ];
    const limits = { maxOpen: 1, maxIdle: 1, waiters: 'first' } as const;
    // From 10 to 100, and from 20 to 150.
    expect(played(limits, requests)).toMatchObject({ waitCount: 2, waitDurationMs: 220, maxIdleClosed: 0, idle: 1 });
  });

  it.each([
    ['first', [2, 3, 4]],
    ['last', [4, 3, 2]],
  ] as const)('serves who came %s', (waiters, order) => {
    const requests = [0, 1, 2, 3].map((atMs) => ({ atMs, holdMs: 100 }));
    expect(playRequests({ maxOpen: 1, waiters }, requests).served).toEqual(order);
  });

  it('draws each waiter as often as any other', () => {
    const requests = [0, 1, 2, 3].map((atMs) => ({ atMs, holdMs: 100 }));
    const firstServed = [0, 0, 0, 0, 0];
    for (let seed = 0; seed < 3000; seed++) {
      const [waiter = 0] = playRequests({ maxOpen: 1 }, requests, { seed }).served;
      firstServed[waiter] = (firstServed[waiter] ?? 0) + 1;
    }
    const surprise = [2, 3, 4].reduce((sum, waiter) => sum + ((firstServed[waiter] ?? 0) - 1000) ** 2 / 1000, 0);
    // Chi-square with 2 degrees of freedom: above 23 once in 100,000.
    expect(surprise).toBeLessThan(23);
  });
});

describe('giving up', () => {
  it('counts the time waited in vain', () => {
    const requests = [
      { atMs: 0, holdMs: 100 },
      { atMs: 10, holdMs: 50 },
    ];
    const { state, trail } = playRequests({ maxOpen: 1, timeoutMs: 30 }, requests);
    expect(trail).toEqual(['0 connects', '10 waits', '40 times-out', '100 releases']);
    expect(statistics(state)).toMatchObject({ waitCount: 1, waitDurationMs: 30, openConnections: 1, idle: 1 });
    expect(state.counters).toMatchObject({ timeouts: 1, completed: 1 });
  });

  it('leaves a connection that is still being opened for it to the next, or idle', () => {
    const requests = [
      { atMs: 0, holdMs: 100 },
      { atMs: 40, holdMs: 50 },
    ];
    const limits = { maxOpen: 1, maxLifetimeMs: 50, connectMs: 30, timeoutMs: 100 };
    // The first is opened by 30 and too old at 130; the one for the waiter takes until 160, who left at 140.
    const { state, trail } = playRequests(limits, requests, { untilMs: 500 });
    expect(trail).toEqual(['0 connects', '30 opened', '40 waits', '130 closes-expired', '140 times-out', '160 opened']);
    expect(statistics(state)).toMatchObject({ idle: 1, openConnections: 1, waitDurationMs: 100, maxLifetimeClosed: 1 });

    const late = playRequests(limits, [...requests, { atMs: 150, holdMs: 10 }], { untilMs: 500 });
    expect(late.served).toEqual([3]);
    expect(statistics(late.state)).toMatchObject({ waitCount: 2, waitDurationMs: 110 });
  });

  it('stops opening when the time is over before the connection is open', () => {
    const { state, trail } = playRequests({ connectMs: 100, timeoutMs: 60 }, [{ atMs: 0, holdMs: 10 }]);
    expect(trail).toEqual(['0 connects', '60 times-out']);
    expect(statistics(state)).toMatchObject({ openConnections: 0, waitCount: 0, waitDurationMs: 0 });
  });
});

describe('the lifetime of a connection', () => {
  it('ends at release, when it is over', () => {
    expect(played({ maxLifetimeMs: 50 }, [{ atMs: 0, holdMs: 51 }])).toMatchObject({
      openConnections: 0,
      maxLifetimeClosed: 1,
    });
    expect(played({ maxLifetimeMs: 50 }, [{ atMs: 0, holdMs: 50 }], 500)).toMatchObject({
      openConnections: 1,
      maxLifetimeClosed: 0,
    });
  });

  it('ends at acquisition, and another connection is opened', () => {
    const requests = [
      { atMs: 0, holdMs: 10 },
      { atMs: 70, holdMs: 10 },
    ];
    const { state, trail } = playRequests({ maxLifetimeMs: 50 }, requests, { untilMs: 75 });
    expect(trail).toEqual(['0 connects', '10 releases', '70 finds-bad']);
    expect(statistics(state)).toMatchObject({ openConnections: 1, inUse: 1, maxLifetimeClosed: 1 });
    expect(state.counters.opened).toBe(2);
  });

  it('ends by the cleaner, a second after the first connection was kept', () => {
    const { state, trail } = playRequests({ maxLifetimeMs: 50 }, [{ atMs: 0, holdMs: 10 }]);
    expect(trail).toEqual(['0 connects', '10 releases', '1010 cleaner-closes', '2010 cleaner-looks']);
    expect(statistics(state)).toMatchObject({ openConnections: 0, maxLifetimeClosed: 1, maxIdleTimeClosed: 0 });
  });

  it('ends by the cleaner as soon as it may, after the first look', () => {
    const requests = [
      { atMs: 0, holdMs: 10 },
      { atMs: 500, holdMs: 10 },
      { atMs: 500, holdMs: 20 },
    ];
    // At 3010 the second connection has 490 ms left: the cleaner comes back in a second, and then in its full time.
    const { trail } = playRequests({ maxLifetimeMs: 3000 }, requests);
    expect(trail.slice(-3)).toEqual(['3010 cleaner-closes', '4010 cleaner-closes', '7010 cleaner-looks']);
  });
});

describe('lying idle', () => {
  it('ends by the cleaner, strictly after the time, and not sooner than a second after its last look', () => {
    const { state, trail } = playRequests({ maxIdleTimeMs: 2000 }, [{ atMs: 0, holdMs: 10 }]);
    expect(trail.slice(2)).toEqual(['2010 cleaner-looks', '3010 cleaner-closes', '5010 cleaner-looks']);
    expect(statistics(state)).toMatchObject({ openConnections: 0, maxIdleTimeClosed: 1, maxLifetimeClosed: 0 });
  });

  it('counts by the time of return and not by age, and before the lifetime', () => {
    const requests = [
      { atMs: 0, holdMs: 10 },
      { atMs: 1, holdMs: 900 },
    ];
    const limits = { maxIdleTimeMs: 500, maxLifetimeMs: 700 };
    // At 1010 the first has lain idle since 10; the second, returned at 901 and too old, was closed then.
    expect(played(limits, requests)).toMatchObject({ maxIdleTimeClosed: 1, maxLifetimeClosed: 1, openConnections: 0 });
    // One that is idle for 505 ms and 1010 ms old counts as idle for too long only.
    expect(played(limits, [{ atMs: 0, holdMs: 10 }])).toMatchObject({ maxIdleTimeClosed: 1, maxLifetimeClosed: 0 });
  });
});
