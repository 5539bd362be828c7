import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCount, placeOf, valueAfter, valueOf, type SliderRange } from './slider-scale.ts';

const ranges = fc
  .record({
    scale: fc.constantFrom<'linear' | 'log'>('linear', 'log'),
    least: fc.constantFrom(0, 0.01, 1, 5),
    most: fc.constantFrom(10, 64, 200, 5004, 1e6),
    isWhole: fc.boolean(),
  })
  .filter(({ least, isWhole }) => !isWhole || Number.isInteger(least));

function split({ isWhole, ...range }: SliderRange & { readonly isWhole: boolean }) {
  return { range, isWhole };
}

describe('a slider', () => {
  it('goes from its least to its most value exactly', () => {
    fc.assert(
      fc.property(ranges, (drawn) => {
        const { range, isWhole } = split(drawn);
        expect(valueOf(0, range, isWhole)).toBe(range.least);
        expect(valueOf(placeCount(range, isWhole), range, isWhole)).toBe(range.most);
        expect(placeOf(range.least, range, isWhole)).toBe(0);
        expect(placeOf(range.most, range, isWhole)).toBe(placeCount(range, isWhole));
      }),
    );
  });

  it('comes back to the value of each place, but for the rounding to three digits', () => {
    fc.assert(
      fc.property(ranges, (drawn) => {
        const { range, isWhole } = split(drawn);
        for (let place = 0; place <= placeCount(range, isWhole); place++) {
          const value = valueOf(place, range, isWhole);
          const again = valueOf(placeOf(value, range, isWhole), range, isWhole);
          expect(Math.abs(again - value)).toBeLessThanOrEqual(value * 0.0101);
        }
      }),
    );
  });

  it('never falls as it is slid to the right', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 999 }), (drawn, place) => {
        const { range, isWhole } = split(drawn);
        expect(valueOf(place + 1, range, isWhole)).toBeGreaterThanOrEqual(valueOf(place, range, isWhole));
      }),
    );
  });

  it('changes its value with every key until the end', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 1000 }), fc.constantFrom(1, -1), (drawn, some, by) => {
        const { range, isWhole } = split(drawn);
        const value = valueOf(Math.min(some, placeCount(range, isWhole)), range, isWhole);
        const next = valueAfter(value, by, range, isWhole);
        const end = by > 0 ? range.most : range.least;
        expect((next - value) * by > 0 || (value === end && next === end)).toBe(true);
      }),
    );
  });

  it.each([
    ['whole numbers of a logarithm one by one at first', { scale: 'log', least: 0, most: 200 }, [0, 1, 2, 3, 4, 5]],
    ['a place for each of few whole numbers', { scale: 'linear', least: 1, most: 64 }, [1, 2, 3, 4, 5, 6]],
  ] as const)('has %s', (_, range, expected) => {
    const values: number[] = [range.least];
    while (values.length < expected.length) values.push(valueAfter(values.at(-1) ?? 0, 1, range, true));
    expect(values).toEqual(expected);
  });

  it('shows a value beyond its ends at its end', () => {
    const range = { scale: 'log', least: 1, most: 200 } as const;
    expect(placeOf(10_000, range, true)).toBe(1000);
    expect(placeOf(0, range, true)).toBe(0);
  });
});
