import { describe, expect, it } from 'vitest';
import { kneeOf } from './knee.ts';

const curve = (xs: readonly number[], of: (x: number) => number) => xs.map((x) => ({ x, y: of(x) }));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the knee of a falling curve', () => {
  it('is where a bent line bends', () => {
    expect(kneeOf(curve([0, 1, 2, 3, 4, 5, 6], (x) => (x < 2 ? 100 - 45 * x : 12 - x)))).toEqual({ x: 2, y: 10 });
  });

  it('is, on 1/x from 1 to 100, where its slope is that of the line across: at 10', () => {
    expect(kneeOf(curve(upTo(100), (x) => 1 / x))?.x).toBe(10);
  });

  it('does not depend on the units of the axes', () => {
    const sizes = [9, 10, 11, 12, 14, 16, 20, 30];
    // Of the fall from 9 to 30, 79 % are done at 12, a seventh of the way.
    expect(kneeOf(curve(sizes, (x) => 1 / (x - 8)))?.x).toBe(12);
    expect(kneeOf(curve(sizes, (x) => 50 + 1000 / (x - 8)))?.x).toBe(12);
  });

  it('passes over points without a figure', () => {
    const points = [{ x: 0, y: NaN }, { x: 0.5, y: Infinity }, ...curve(upTo(100), (x) => 1 / x)];
    expect(kneeOf(points)?.x).toBe(10);
  });

  it('is nowhere on a line that is straight, rises, bulges or has one point', () => {
    expect(kneeOf(curve([0, 1, 2, 3], (x) => 3 - x))).toBeNull();
    expect(kneeOf(curve([0, 1, 2, 3], (x) => x))).toBeNull();
    expect(kneeOf(curve([0, 1, 2, 3], (x) => 9 - x * x))).toBeNull();
    expect(kneeOf([{ x: 1, y: 1 }])).toBeNull();
    expect(kneeOf([])).toBeNull();
  });
});
