import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addHistogram,
  bucketsOf,
  copyHistogram,
  emptyHistogram,
  histogramSince,
  quantileError,
  quantileOf,
  recordValue,
  type QuantileHistogram,
} from './quantile-histogram.ts';

function histogramOf(values: readonly number[]): QuantileHistogram {
  const histogram = emptyHistogram();
  for (const value of values) recordValue(histogram, value);
  return histogram;
}

/** From all the values: the one of rank ⌈share × count⌉. */
function exactQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? NaN;
}

const value = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 200 }),
  fc.integer({ min: 1, max: 2 ** 50 }),
  fc.double({ min: 2 ** -1022, max: Number.MAX_VALUE, noNaN: true }),
);
const values = fc.array(value, { minLength: 1, maxLength: 200 });
const shares = fc.oneof(fc.constantFrom(0, 0.5, 0.9, 0.99, 1), fc.double({ min: 0, max: 1, noNaN: true }));

/** All that a histogram says, whatever room it has made. */
function told(histogram: QuantileHistogram) {
  const { count, zeros, minimum, maximum } = histogram;
  return { count, zeros, minimum, maximum, buckets: bucketsOf(histogram) };
}

describe('a quantile histogram', () => {
  it('gives each quantile to within its share of error, so zeros exactly, and the largest value exactly', () => {
    fc.assert(
      fc.property(values, shares, (all, share) => {
        const exact = exactQuantile(all, share);
        const found = quantileOf(histogramOf(all), share);
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * quantileError);
        expect(quantileOf(histogramOf(all), 1)).toBe(Math.max(...all));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps an error of at most one percent', () => {
    expect(quantileError).toBeLessThan(0.01);
  });

  it('never gives a smaller value for a larger share', () => {
    fc.assert(
      fc.property(values, (all) => {
        const histogram = histogramOf(all);
        const row = Array.from({ length: 41 }, (_, place) => quantileOf(histogram, place / 40));
        expect(row).toEqual(row.toSorted((left, right) => left - right));
        expect(row[0]).toBeGreaterThanOrEqual(Math.min(...all));
      }),
    );
  });

  it('has each value in one bucket, and the buckets in order, side by side or apart', () => {
    fc.assert(
      fc.property(values, (all) => {
        const buckets = bucketsOf(histogramOf(all));
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        for (const [place, { least, below, count }] of buckets.entries()) {
          expect(all.filter((one) => (below === 0 ? one === 0 : one >= least && one < below))).toHaveLength(count);
          expect(least).toBeGreaterThanOrEqual(buckets[place - 1]?.below ?? 0);
        }
      }),
    );
  });

  it('of two lots together is that of all their values', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 100 }), fc.array(value, { maxLength: 100 }), (left, right) => {
        const together = histogramOf(left);
        const other = histogramOf(right);
        const before = told(other);
        addHistogram(together, other);
        expect(told(together)).toEqual(told(histogramOf([...left, ...right])));
        expect(told(other)).toEqual(before);
      }),
    );
  });

  it('since an earlier copy has the values that came since', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 100 }), values, shares, (before, after, share) => {
        const earlier = histogramOf(before);
        const since = histogramSince(histogramOf([...before, ...after]), earlier);
        expect(bucketsOf(since)).toEqual(bucketsOf(histogramOf(after)));
        expect(since.count).toBe(after.length);
        const exact = exactQuantile(after, share);
        expect(Math.abs(quantileOf(since, share) - exact)).toBeLessThanOrEqual(exact * quantileError);
        expect(told(earlier)).toEqual(told(histogramOf(before)));
      }),
      { numRuns: 1000 },
    );
  });

  it('since it was empty is that of all values, and since its last value that of none', () => {
    fc.assert(
      fc.property(values, (all) => {
        const histogram = histogramOf(all);
        expect(told(histogramSince(histogram, emptyHistogram()))).toEqual(told(histogram));
        expect(told(histogramSince(histogram, copyHistogram(histogram)))).toEqual(told(emptyHistogram()));
      }),
    );
  });

  it('goes on in a copy without changing the one that was copied', () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        const histogram = histogramOf(before);
        const copy = copyHistogram(histogram);
        for (const one of after) recordValue(copy, one);
        expect(told(histogram)).toEqual(told(histogramOf(before)));
        expect(told(copy)).toEqual(told(histogramOf([...before, ...after])));
      }),
    );
  });

  it('has whole numbers below 64 in buckets of their own', () => {
    const all = Array.from({ length: 64 }, (_, one) => one);
    expect(bucketsOf(histogramOf(all)).map(({ least, count }) => [least, count])).toEqual(all.map((one) => [one, 1]));
  });

  it('knows no quantile of nothing, and one of nothing but zeros', () => {
    expect(quantileOf(emptyHistogram(), 0.5)).toBe(NaN);
    expect([0, 0.5, 1].map((share) => quantileOf(histogramOf([0, 0]), share))).toEqual([0, 0, 0]);
    expect(bucketsOf(histogramOf([0, 0]))).toEqual([{ least: 0, below: 0, count: 2 }]);
  });

  it.each([NaN, -1, -Infinity, Infinity, -5e-324])('refuses %d, and stays as it was', (refused) => {
    const histogram = histogramOf([1, 2]);
    expect(() => recordValue(histogram, refused)).toThrow(RangeError);
    expect(told(histogram)).toEqual(told(histogramOf([1, 2])));
  });
});
