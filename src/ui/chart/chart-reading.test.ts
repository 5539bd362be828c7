import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartGist, nearestPlace, notDrawnText, placeToRead, samplePlaces, valueAt } from './chart-reading.ts';
import type { ChartSeries } from './chart-series.ts';

function line(ys: readonly number[], more: Partial<ChartSeries> = {}): ChartSeries {
  return { id: 'a', label: 'waiting', tone: 'stale', xs: ys.map((_, i) => i * 10), ys, ...more };
}

describe('the value at a place', () => {
  it.each([
    ['a sample', 10, 4],
    ['between two', 15, 6],
    ['before the first', -1, NaN],
    ['after the last', 21, NaN],
    ['the last', 20, 8],
  ])('of a line, %s', (_, x, value) => {
    expect(valueAt(line([2, 4, 8]), x)).toBe(value);
  });

  it('of a step is the one before', () => {
    expect(valueAt(line([2, 4, 8], { isStep: true }), 19.9)).toBe(4);
  });

  it('beside a gap is none', () => {
    expect(valueAt(line([2, NaN, 8]), 15)).toBeNaN();
  });
});

describe('the place to read at', () => {
  it.each([
    ['after the last sample', 25, 20],
    ['before the first', -5, 0],
    ['too far after', 25.1, 25.1],
    ['too far before', -5.1, -5.1],
    ['between', 13, 13],
    ['at the last', 20, 20],
  ])('%s', (_, x, place) => {
    expect(placeToRead([0, 10, 20], x)).toBe(place);
  });

  it('has no reach where there is one sample or none', () => {
    expect(placeToRead([10], 11)).toBe(11);
    expect(placeToRead([], 11)).toBe(11);
  });
});

describe('the places where a graph can be read', () => {
  it('are those of all series, once each', () => {
    expect(samplePlaces([line([1, 2, 3]), line([1, 2], { xs: [5, 10] })])).toEqual([0, 5, 10, 20]);
  });

  it('are found from the nearest pixel', () => {
    const ascending = fc
      .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1 })
      .map((xs) => xs.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(ascending, fc.integer({ min: -10, max: 1010 }), (xs, x) => {
        const place = nearestPlace(xs, x);
        expect(Math.abs((xs[place] ?? NaN) - x)).toBe(Math.min(...xs.map((each) => Math.abs(each - x))));
      }),
    );
    expect(nearestPlace([], 5)).toBe(-1);
  });
});

describe('what a logarithmic axis leaves out', () => {
  const x = { label: 'time' };
  const log = { label: 'wait', scale: 'log' } as const;

  it('is counted over all series: zeros and less, not gaps', () => {
    const series = [line([0, NaN, 3]), line([-1, 0, 2], { id: 'b' })];
    expect(notDrawnText({ x, y: log }, series)).toBe('0 has no place on this axis: 3 points are not drawn.');
    expect(notDrawnText({ x, y: log }, [line([0, 1, 2])])).toContain('1 point is not drawn.');
  });

  it('is nothing where all have a place', () => {
    expect(notDrawnText({ x, y: log }, [line([1, NaN, 3])])).toBeNull();
    expect(notDrawnText({ x, y: { label: 'wait' } }, [line([0, 1])])).toBeNull();
  });

  it('counts a 0 across as well', () => {
    expect(notDrawnText({ x: log, y: x }, [line([5, 6])])).toContain('1 point');
  });
});

describe('the gist', () => {
  const x = { label: 'time', unit: 's' };
  const y = { label: 'requests', unit: 'ms' };

  it('says from where to where, and least and most of each series', () => {
    const series = [line([2, NaN, 8.25]), line([5, 5, 5], { id: 'b', label: 'open' })];
    expect(chartGist('Waits', x, y, series).replaceAll('\u00A0', ' ')).toBe(
      'Waits. time from 0 s to 20 s; waiting: least 2 ms, most 8.25 ms; open: 5 ms throughout.',
    );
  });

  it('says when there is nothing', () => {
    expect(chartGist('Waits', x, y, [])).toBe('Waits: nothing measured yet.');
    expect(chartGist('Waits', x, y, [line([NaN])])).toContain('waiting: nothing measured');
  });
});
