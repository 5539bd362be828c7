import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, stackLabels } from './place-labels.ts';

const size = 16;
const heights = fc.array(fc.integer({ min: -50, max: 450 }), { maxLength: 12 });

describe('labels beside the ends of lines', () => {
  it('stay where they are wanted when none touches another', () => {
    expect(placeLabels([100, 40, 200], size, 0, 400)).toEqual([100, 40, 200]);
  });

  it('share a place that two want, half the way each', () => {
    expect(placeLabels([100, 100], size, 0, 400)).toEqual([92, 108]);
  });

  it('are kept inside', () => {
    expect(placeLabels([0, 400], size, 0, 400)).toEqual([8, 392]);
  });

  it('are spread evenly where there is no room for all', () => {
    expect(placeLabels([10, 11, 12], size, 0, 32)).toEqual([8, 16, 24]);
  });

  it('never cover each other, leave the picture or change their order', () => {
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = placeLabels(wanted, size, 0, 400);
        expect(placed).toHaveLength(wanted.length);
        const order = wanted.map((_, i) => i).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
        const sorted = order.map((i) => placed[i] ?? NaN);
        for (const [i, y] of sorted.entries()) {
          expect(y).toBeGreaterThanOrEqual(size / 2 - 1e-6);
          expect(y).toBeLessThanOrEqual(400 - size / 2 + 1e-6);
          expect(y - (sorted[i - 1] ?? -Infinity)).toBeGreaterThanOrEqual(size - 1e-6);
        }
      }),
    );
  });

  it('are moved no farther in all than by stacking them from either end', () => {
    const cost = (wanted: readonly number[], placed: readonly number[]) =>
      wanted.reduce((sum, y, i) => sum + (y - (placed[i] ?? NaN)) ** 2, 0);
    const stackDown = (ascending: readonly number[]) => {
      const placed: number[] = [];
      for (const y of ascending) placed.push(Math.max(y, (placed.at(-1) ?? -Infinity) + size));
      return placed;
    };
    fc.assert(
      fc.property(heights, (some) => {
        const wanted = some.toSorted((a, b) => a - b);
        const placed = placeLabels(wanted, size, -1000, 1400);
        expect(cost(wanted, placed)).toBeLessThanOrEqual(cost(wanted, stackDown(wanted)) + 1e-6);
        const upwards = stackDown(wanted.map((y) => -y).toReversed());
        expect(cost(wanted, placed)).toBeLessThanOrEqual(cost(wanted, upwards.map((y) => -y).toReversed()) + 1e-6);
      }),
    );
  });
});

describe('labels along the top', () => {
  it('go into the first row that is free there', () => {
    const spans = [
      [0, 50],
      [40, 90],
      [60, 100],
      [95, 120],
    ] as const;
    expect(stackLabels(spans)).toEqual([0, 1, 0, 1]);
  });

  it('are placed by where they begin, whatever order they come in', () => {
    const spans = [
      [60, 100],
      [0, 50],
    ] as const;
    expect(stackLabels(spans)).toEqual([0, 0]);
  });
});
