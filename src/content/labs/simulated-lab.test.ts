import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleValues, initialValues } from './lab-values.ts';
import type { LabRun } from './lab-kind.ts';
import { queueCard, queueKind } from './test-queue-lab.ts';

const usual = initialValues(queueCard);
const busy = { ...usual, 'customers.serviceMs': 19, room: 3 };

function whole(run: LabRun): LabRun {
  run.advance(1e6);
  return run;
}

const seeds = fc.nat();
const placesInRun = fc.double({ min: 0, max: 1, noNaN: true });

describe('a run of a lab', () => {
  it('gives the same figures however it is divided into pieces', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 100, max: 5_000 }), (seed, piece) => {
        const inPieces = queueKind.simulate(usual, seed);
        while (inPieces.status.kind === 'computing') inPieces.advance(piece);
        expect(inPieces.summary()).toEqual(whole(queueKind.simulate(usual, seed)).summary());
      }),
      { numRuns: 10 },
    );
  });

  it('has 150 samples whose sum is the whole', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { series, metrics, counts } = whole(queueKind.simulate(usual, seed)).summary();
        const widthS = 60 / 150;
        const { servedPerS = [], waiting = [] } = series.values;
        expect(series.timesMs).toHaveLength(150);
        expect(series.timesMs[0]).toBe(200);
        expect(series.timesMs.at(-1)).toBe(60_000 - 200);
        expect(servedPerS.reduce((sum, perS) => sum + perS * widthS, 0)).toBeCloseTo(counts['leave'] ?? 0, 6);
        expect(waiting.reduce((sum, mean) => sum + mean, 0) / 150).toBeCloseTo(metrics['meanWaiting'] ?? 0, 2);
      }),
      { numRuns: 10 },
    );
  });

  it('has no more samples than it has come to', () => {
    const run = queueKind.simulate(usual, 1);
    run.advance(1_000);
    const { reachedMs, series, status } = run.summary();
    expect(status).toEqual({ kind: 'computing' });
    expect(series.timesMs.length).toBe(Math.floor(reachedMs / 400));
    expect(run.progress).toBeCloseTo(reachedMs / 60_000, 12);
  });

  it('marks the first hundred of the events that the card marks', () => {
    const run = whole(queueKind.simulate({ ...busy, room: 0 }, 2));
    const { marks, counts, length } = run.summary();
    expect(counts['turn-away']).toBeGreaterThan(100);
    expect(marks).toHaveLength(100);
    let index: number | null = 0;
    for (const mark of marks) {
      index = run.find(['turn-away'], index ?? length, 'forwards');
      expect(mark).toEqual({ index, timeMs: run.moment(mark.index).timeMs, kind: 'turn-away' });
    }
  });

  it('shows a moment in words, figures and a frame', () => {
    const run = whole(queueKind.simulate(usual, 3));
    expect(run.moment(0)).toEqual({
      index: 0,
      timeMs: 0,
      event: null,
      metrics: { served: 0, meanWaiting: Number.NaN },
      frame: { servers: 2, waiting: [], before: null },
    });
    const { event, timeMs, index } = run.moment(1);
    expect(event).toEqual({ kind: 'arrive', text: 'arrive, 0 waiting' });
    expect(run.indexAt(timeMs)).toBe(index);
    expect(run.indexAt(timeMs - 0.001)).toBe(0);
    expect(run.moment(1e9).index).toBe(run.summary().length);
  });

  it('finds the moment of each of its times again', () => {
    const run = whole(queueKind.simulate(usual, 3));
    fc.assert(
      fc.property(placesInRun, (place) => {
        const { index, timeMs } = run.moment(Math.floor(place * run.summary().length));
        const found = run.moment(run.indexAt(timeMs));
        expect(found.timeMs).toBe(timeMs);
        expect(found.index).toBeGreaterThanOrEqual(index);
      }),
    );
  });

  it('is cut off under a load that it cannot bear, and what there was stands', () => {
    const run = whole(
      queueKind.simulate({ ...usual, servers: 1, 'customers.serviceMs': 1_000, room: 1e9, forS: 600 }, 1),
    );
    const { status, series, reachedMs } = run.summary();
    expect(status).toEqual({ kind: 'cut-off', reason: '5000 customers are waiting.' });
    expect(reachedMs).toBeLessThan(100_000);
    expect(series.timesMs.length).toBe(Math.floor(reachedMs / 4_000));
  });

  it('refuses values outside their ranges', () => {
    expect(() => queueKind.simulate({ ...usual, servers: 0 }, 1)).toThrow(
      'servers must be a whole number from 1 to 50',
    );
  });
});

describe('a fork of a run', () => {
  it('with the same values goes on as the run did', () => {
    fc.assert(
      fc.property(seeds, placesInRun, (seed, place) => {
        const run = whole(queueKind.simulate(usual, seed));
        const index = Math.floor(place * run.summary().length);
        const forked = run.fork(index, usual);
        if (!forked.ok) throw new Error('refused');
        const fork = whole(forked.value);
        const { beside, length, series, reachedMs, startMs } = run.summary();
        const forkSummary = fork.summary();
        expect(forkSummary.length).toBe(length - index);
        expect(forkSummary.metrics).toEqual(forkSummary.beside);
        expect(beside).toBe(null);
        expect({ start: forkSummary.startMs, reached: forkSummary.reachedMs }).toEqual({
          start: run.moment(index).timeMs,
          reached: reachedMs,
        });
        expect(startMs).toBe(0);
        // All but the first sample, which begins with the fork, lie on those of the run.
        const shared = Math.max(0, forkSummary.series.timesMs.length - 1);
        expect(forkSummary.series.timesMs.slice(1)).toEqual(series.timesMs.slice(150 - shared));
        expect(forkSummary.series.values['waiting']?.slice(1) ?? []).toEqual(
          series.values['waiting']?.slice(150 - shared),
        );
        expect(fork.moment(0)).toEqual({
          ...run.moment(index),
          index: 0,
          event: null,
          metrics: { served: 0, meanWaiting: Number.NaN },
          frame: expect.anything(),
        });
      }),
      { numRuns: 20 },
    );
  });

  it('with other values has another future and leaves the run as it is', () => {
    const run = whole(queueKind.simulate(busy, 4));
    const before = { summary: run.summary(), end: run.moment(1e9) };
    const fork = run.fork(2_000, { ...busy, servers: 5 });
    if (!fork.ok) throw new Error('refused');
    const { metrics, beside } = whole(fork.value).summary();
    expect(metrics['served']).toBeGreaterThan(beside?.['served'] ?? NaN);
    const again = fork.value.fork(500, { ...busy, servers: 9 });
    expect(again.ok && whole(again.value).summary().startMs).toBe(fork.value.moment(500).timeMs);
    expect({ summary: run.summary(), end: run.moment(1e9) }).toEqual(before);
  });

  it('has figures since it began, and beside them those of its run over the same stretch, as far as that is computed', () => {
    const run = queueKind.simulate(usual, 5);
    run.advance(3_000);
    const servedAt = (index: number) => run.moment(index).metrics['served'] ?? NaN;
    const forked = run.fork(1_000, { ...usual, servers: 4 });
    if (!forked.ok) throw new Error('refused');
    const { value: fork } = forked;
    fork.advance(700);
    const { metrics, beside, counts } = fork.summary();
    expect(metrics['served']).toBe(counts['leave']);
    expect(fork.moment(700).metrics).toEqual(metrics);
    expect(beside?.['served']).toBe(servedAt(3_000) - servedAt(1_000));
    const { counts: all } = whole(run).summary();
    expect(fork.summary().beside?.['served']).toBe((all['leave'] ?? NaN) - servedAt(1_000));
    const again = fork.fork(200, { ...usual, servers: 4 });
    expect(again.ok && again.value.summary().beside?.['served']).toBe(
      (metrics['served'] ?? NaN) - (fork.moment(200).metrics['served'] ?? NaN),
    );
  });

  it('is refused where the values are wrong or cannot change in mid-run', () => {
    const run = whole(queueKind.simulate(exampleValues(queueCard), 4));
    expect(run.fork(10, usual)).toEqual({
      ok: false,
      error: [{ path: 'servers', message: 'cannot become fewer while they serve' }],
    });
    expect(run.fork(10, { ...usual, servers: 51 })).toEqual({
      ok: false,
      error: [{ path: 'servers', message: 'must be a whole number from 1 to 50; found 51' }],
    });
  });
});
