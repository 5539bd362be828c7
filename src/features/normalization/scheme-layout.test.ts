import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doOverlap } from '#core/diagram/geometry.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { layOutScheme } from './scheme-layout.ts';

const dependency = (count: number) =>
  fc.record({
    determinant: fc.uniqueArray(fc.nat(count - 1), { maxLength: 3 }),
    dependents: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 6 }),
  });

const scheme: fc.Arbitrary<RelationScheme> = fc.integer({ min: 1, max: 60 }).chain((count) => {
  const attributes = Array.from({ length: count }, (_, place) => `${'column_'.repeat(place % 5)}${place}`);
  const named = fc.array(
    dependency(count).map(({ determinant, dependents }) => ({
      determinant: determinant.map((place) => attributes[place] ?? ''),
      dependents: dependents.map((place) => attributes[place] ?? ''),
    })),
    { maxLength: 20 },
  );
  return fc.record({ attributes: fc.constant(attributes), functional: named, multivalued: named });
});

/** All points that a path goes through. */
function pointsOf(path: string): readonly { readonly x: number; readonly y: number }[] {
  return [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

describe('the picture of a scheme', () => {
  it('has boxes that stand apart and lines that stay inside', () => {
    fc.assert(
      fc.property(scheme, fc.integer({ min: 280, max: 2000 }), fc.nat(5), (one, width, guardedCount) => {
        const layout = layOutScheme(one, one.functional.slice(0, guardedCount), width);
        for (const [place, box] of layout.boxes.entries()) {
          expect(layout.boxes.slice(place + 1).some((other) => doOverlap(box, other))).toBe(false);
        }
        for (const { bracket, arrows, heads } of layout.lines) {
          for (const { x, y } of pointsOf(bracket + arrows + heads)) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(layout.width);
            expect(y).toBeLessThanOrEqual(layout.height);
          }
        }
        expect(layout.direction === 'column' || layout.width <= width).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has no two lines that run in one another', () => {
    fc.assert(
      fc.property(scheme, (one) => {
        const layout = layOutScheme(one, [], 800);
        const along = layout.direction === 'row' ? 'x' : 'y';
        const across = layout.direction === 'row' ? 'y' : 'x';
        const runs = layout.lines.map(({ bracket, arrows }) => {
          const points = pointsOf(bracket + arrows);
          const lane = Math.max(...points.map((point) => point[across]));
          const here = points.filter((point) => point[across] === lane).map((point) => point[along]);
          return { lane, from: Math.min(...here), to: Math.max(...here) };
        });
        for (const [place, run] of runs.entries()) {
          for (const other of runs.slice(place + 1)) {
            if (other.lane !== run.lane) continue;
            expect(run.to < other.from || other.to < run.from).toBe(true);
          }
        }
        const stubs = layout.lines.flatMap(({ bracket, arrows }) =>
          // Each begins with a move at its own point along the boxes.
          [...new Set(pointsOf(bracket + arrows).map((point) => point[along]))],
        );
        expect(new Set(stubs).size).toBe(stubs.length);
      }),
      { numRuns: 60 },
    );
  });

  it('draws what the keys guard on one side and what is stated on the other', () => {
    const key = { determinant: ['id'], dependents: ['a', 'b'] };
    const stated = { determinant: ['a'], dependents: ['b'] };
    const layout = layOutScheme(
      { attributes: ['id', 'a', 'b'], functional: [key, stated], multivalued: [stated] },
      [key],
      900,
    );
    const top = layout.boxes[0]?.y ?? 0;
    expect(layout.direction).toBe('row');
    const isAbove = layout.lines.map(({ bracket }) => pointsOf(bracket).every(({ y }) => y <= top));
    expect(layout.lines.map(({ dependency: drawn }) => drawn === key)).toEqual(isAbove);
    expect(isAbove).toEqual([true, false, false]);
    const heads = layout.lines.map((line) => line.heads.split('Z').length - 1);
    expect(heads).toEqual([2, 1, 2]);
  });

  it('is a column where the row is too wide', () => {
    const attributes = ['order_id', 'product_id', 'product_name'];
    const narrow = layOutScheme({ attributes, functional: [], multivalued: [] }, [], 200);
    expect(narrow.direction).toBe('column');
    expect(narrow.boxes.map(({ x }) => x)).toEqual(narrow.boxes.map(() => narrow.boxes[0]?.x));
  });
});
