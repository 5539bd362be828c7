import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kneeOf } from '#core/shared/knee.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import type { LabRun } from '#content/labs/lab-kind.ts';
import { checkValues, exampleValues } from '#content/labs/lab-values.ts';
import { poolCard } from './pool-card.ts';
import { poolKind } from './pool-kind.ts';

const valuesOf = (changes: LabValues = {}): LabValues => ({ ...exampleValues(poolCard), ...changes });

function completed(values: LabValues, seed = 1): LabRun {
  const run = poolKind.simulate(values, seed);
  while (run.advance(50_000).kind === 'computing');
  return run;
}

/** As Erlang has it: what is opened costs nothing and is kept. */
const markovian = valuesOf({ connectMs: 0, maxIdle: 100 });

describe('the lab of the pool', () => {
  it('is worth looking at as it opens: some wait, and the line is gone now and then', () => {
    const { length, metrics, series } = completed(valuesOf()).summary();
    expect(length).toBeGreaterThan(5000);
    expect(length).toBeLessThan(50_000);
    expect(metrics['p99WaitMs']).toBeGreaterThan(50);
    expect(metrics['utilization']).toBeGreaterThan(0.7);
    const waiting = series.values['waiting'] ?? [];
    expect(Math.min(...waiting)).toBeLessThan(0.1);
    expect(Math.max(...waiting)).toBeGreaterThan(5);
  });

  it('has series whose means are the figures of the whole run', () => {
    const { metrics, series } = completed(valuesOf()).summary();
    const mean = (name: string) => {
      const values = series.values[name] ?? [];
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(mean('inUse')).toBeCloseTo(metrics['meanInUse'] ?? NaN, 1);
    expect(mean('waiting')).toBeCloseTo(metrics['meanWaiting'] ?? NaN, 1);
    expect(mean('completed')).toBeCloseTo(metrics['throughputPerS'] ?? NaN, 0);
    expect(Object.keys(series.values).toSorted()).toEqual(poolCard.series.map(({ name }) => name).toSorted());
  });

  it('gives the same for the same seed, and something else for another', () => {
    const [one, again, other] = [completed(valuesOf(), 4), completed(valuesOf(), 4), completed(valuesOf(), 5)];
    expect(again.summary()).toEqual(one.summary());
    expect(again.moment(3000)).toEqual(one.moment(3000));
    expect(other.summary().metrics).not.toEqual(one.summary().metrics);
  });

  it('stops a load that the pool cannot carry, says so, and keeps what was computed', () => {
    const { metrics, status } = completed(valuesOf({ arrivalsPerS: 5000, maxOpen: 2, forS: 300 })).summary();
    expect(status).toEqual({
      kind: 'cut-off',
      reason: 'More than 20,000 requests wait: more work comes in than is done.',
    });
    expect(metrics['mostWaiting']).toBe(20_001);
  });

  it('stops a pool without a limit whose requests pile up on the server', () => {
    const { status } = completed(valuesOf({ maxOpen: 0, cores: 4, arrivalsPerS: 2000, forS: 300 })).summary();
    expect(status).toEqual({
      kind: 'cut-off',
      reason: 'More than 10,000 connections are open: more work comes in than is done.',
    });
  });

  it('forks with other limits and the same requests', () => {
    const run = completed(valuesOf());
    const fork = run.fork(4000, valuesOf({ maxOpen: 12, maxIdle: 12 }));
    if (!fork.ok) throw new Error('a fork with other limits is refused');
    while (fork.value.advance(50_000).kind === 'computing');
    const [before, after] = [run.summary(), fork.value.summary()];
    expect(after.startMs).toBe(run.moment(4000).timeMs);
    expect(after.metrics['requests']).toBe(after.beside?.['requests']);
    expect(after.metrics['requests']).toBeLessThan(before.metrics['requests'] ?? 0);
    expect(after.metrics['meanWaitMs']).toBeLessThan(after.beside?.['meanWaitMs'] ?? 0);
    // 12 connections are lent as much as 6 were, so half as well used; the run that it left keeps its own six.
    expect(after.metrics['utilization']).toBeCloseTo((after.metrics['meanInUse'] ?? NaN) / 12, 9);
    expect(after.beside?.['utilization']).toBeCloseTo((after.beside?.['meanInUse'] ?? NaN) / 6, 9);
  });

  it.each([
    {},
    { maxOpen: 0, arrivalsPerS: 300, cores: 8 },
    { timeoutMs: 80, outageAtS: 5, outageForS: 5, connectMs: 20 },
    { applications: 3, poolerSize: 4, maxIdleTimeMs: 1500 },
  ])('forks with the same values to what the run beside comes to: %j', (changes: LabValues) => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, place) => {
        const values = valuesOf({ forS: 12, ...changes });
        const run = completed(values, seed);
        const fork = run.fork(Math.floor(place * run.summary().length), values);
        if (!fork.ok) throw new Error('a fork with the same values is refused');
        while (fork.value.advance(50_000).kind === 'computing');
        const { beside, metrics } = fork.value.summary();
        expect(metrics).toEqual(beside);
      }),
      { numRuns: 15 },
    );
  });

  it('counts in a fork what its other limits close at once', () => {
    const run = completed(valuesOf({ maxOpen: 12, maxIdle: 12 }));
    const fork = run.fork(4000, valuesOf({ maxOpen: 12, maxIdle: 0 }));
    if (!fork.ok) throw new Error('a fork with other limits is refused');
    const closed = fork.value.moment(0).metrics['maxIdleClosed'];
    expect(closed).toBeGreaterThan(0);
    expect(run.moment(4000).frame).toMatchObject({ statistics: { idle: closed } });
  });

  it.each([
    [{ applications: 2 }, 'applications', 'cannot change in mid-run: it stays 1; found 2'],
    [{ forS: 30 }, 'forS', 'cannot change in mid-run: it stays 60; found 30'],
    [
      { poolerSize: 4 },
      'poolerSize',
      'cannot be put in or taken away in mid-run: connections would have to be opened anew',
    ],
  ])('does not fork with %j', (changes: LabValues, path, message) => {
    const run = poolKind.simulate(valuesOf(), 1);
    run.advance(100);
    expect(run.fork(50, valuesOf(changes))).toEqual({ ok: false, error: [{ path, message }] });
  });

  it('forks with anything but what its card says stays', () => {
    const run = completed(valuesOf());
    const refused = poolCard.fields.filter((field) => {
      const other = field.kind === 'choice' ? field.options[1]?.value : field.path === 'poolerSize' ? 0 : 17;
      return !run.fork(50, valuesOf({ [field.path]: field.path.endsWith('Fraction') ? 0.1 : (other ?? '') })).ok;
    });
    expect(refused.map(({ path }) => path).toSorted()).toEqual(poolCard.fixedInForks.toSorted());
  });
});

describe('the curve by the size of the pool', () => {
  it.each([
    ['as it opens', {}],
    ['for hundreds of connections', { arrivalsPerS: 3000, 'holdMs.mean': 100 }],
    ['for next to nothing', { arrivalsPerS: 0.1, 'holdMs.mean': 0.01 }],
    ['for more than there may be', { arrivalsPerS: 100_000, 'holdMs.mean': 600_000, forS: 10 }],
    ['for many applications on few cores', { applications: 20, cores: 16, arrivalsPerS: 500 }],
  ])('has points in order, each of which the lab accepts, %s', (_, changes: LabValues) => {
    const points = poolKind.sweep('pool-size', valuesOf(changes));
    const sizes = points.map(({ x }) => x);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.length).toBeLessThanOrEqual(25);
    expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => a - b));
    for (const { x, values } of points) {
      expect(checkValues(poolCard, values).problems).toEqual([]);
      expect(values['maxOpen']).toBe(x);
    }
  });

  it('is made of shortened runs, as it says, each of which meets an outage that the whole run meets', () => {
    const lengths = (changes: LabValues) =>
      new Set(poolKind.sweep('pool-size', valuesOf(changes)).map(({ values }) => values['forS']));
    const busy = { arrivalsPerS: 1000, forS: 600 };
    expect(lengths({ forS: 60 })).toEqual(new Set([60]));
    expect(lengths(busy)).toEqual(new Set([40]));
    expect(lengths({ ...busy, connectMs: 0 })).toEqual(new Set([60]));
    expect(poolCard.sweeps[0]?.note).toContain('60,000 requests');
    expect(lengths({ ...busy, outageAtS: 100, outageForS: 20 })).toEqual(new Set([140]));
    expect(lengths({ ...busy, outageAtS: 590, outageForS: 20 })).toEqual(new Set([600]));
    expect(lengths({ ...busy, outageAtS: 600, outageForS: 20 })).toEqual(new Set([40]));
  });

  it("lies on Erlang's where the pool is what Erlang describes, and has a knee", () => {
    const measured = poolKind.sweep('pool-size', { ...markovian, forS: 600 }).map(({ expected, values, x }) => {
      const { metrics } = completed(values).summary();
      return { x, y: metrics['meanWaitMs'] ?? NaN, expected: expected['meanWaitMs'] ?? NaN };
    });
    // Far from the knee waits are too rare to be measured well in so short a run.
    const near = measured.filter(({ x }) => x > 6 && x <= 10);
    expect(near).toHaveLength(4);
    for (const { y, expected } of near) expect(Math.abs(y / expected - 1)).toBeLessThan(0.25);
    const knee = kneeOf(measured)?.x ?? NaN;
    expect(knee).toBeGreaterThanOrEqual(7);
    expect(knee).toBeLessThanOrEqual(9);
  });

  it('expects nothing where theory has no formula, and the tail for who came first only', () => {
    const expected = (changes: LabValues) => poolKind.sweep('pool-size', { ...markovian, ...changes }).at(3)?.expected;
    expect(Object.keys(expected({}) ?? {})).toEqual(['meanWaitMs', 'meanResponseMs', 'throughputPerS']);
    expect(expected({ waiters: 'first' })).toHaveProperty('p99WaitMs');
    for (const changes of [{ cores: 4 }, { timeoutMs: 10 }, { 'holdMs.distribution': 'pareto' }, { applications: 2 }]) {
      expect(expected(changes)).toEqual({});
    }
    expect(expected({ connectMs: 20, maxIdle: 2 })).toEqual({});
  });
});
