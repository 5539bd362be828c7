import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepCorners, thinPoints, type PlotPoint } from './thin-points.ts';

const crowd = fc
  .array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(NaN)), { minLength: 41, maxLength: 400 })
  .map((ys) => ys.map((y, i): PlotPoint => ({ x: (10 * i) / ys.length, y })));

describe('thinned points', () => {
  it('are all of them where each can be seen', () => {
    const few = [
      { x: 0, y: 1 },
      { x: 5, y: NaN },
      { x: 9, y: 2 },
    ];
    expect(thinPoints(few, 10)).toBe(few);
  });

  it('are four in each column at most, in order, with every peak', () => {
    fc.assert(
      fc.property(crowd, (points) => {
        const thinned = thinPoints(points, 10);
        for (let column = 0; column < 10; column++) {
          const inside = (all: readonly PlotPoint[]) => all.filter((point) => Math.floor(point.x) === column);
          const finite = inside(points).filter((point) => !Number.isNaN(point.y));
          const kept = inside(thinned);
          expect(kept.length).toBeLessThanOrEqual(4);
          const ofKept = kept.filter((point) => !Number.isNaN(point.y));
          expect(Math.max(...ofKept.map((point) => point.y))).toBe(Math.max(...finite.map((point) => point.y)));
          expect(Math.min(...ofKept.map((point) => point.y))).toBe(Math.min(...finite.map((point) => point.y)));
          expect([ofKept[0], ofKept.at(-1)]).toEqual([finite[0], finite.at(-1)]);
          expect(kept.length === 0).toBe(inside(points).length === 0);
        }
        const xs = thinned.map((point) => point.x);
        expect(xs).toEqual(xs.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a line of steps', () => {
  it('holds each value until the next sample, also up to a gap, and does not cross one', () => {
    const points = [
      { x: 0, y: 1 },
      { x: 1, y: 3 },
      { x: 2, y: NaN },
      { x: 3, y: 2 },
    ];
    expect(stepCorners(points)).toEqual([
      { x: 0, y: 1 },
      { x: 1, y: 1 },
      { x: 1, y: 3 },
      { x: 2, y: 3 },
      { x: 2, y: NaN },
      { x: 3, y: 2 },
    ]);
  });
});
