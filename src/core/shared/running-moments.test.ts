import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToMoments, emptyMoments, mergedMoments, varianceOf, type RunningMoments } from './running-moments.ts';

function momentsOf(values: readonly number[]): RunningMoments {
  const moments = emptyMoments();
  for (const value of values) addToMoments(moments, value);
  return moments;
}

/** From all the values at once, in whole numbers of any size. */
function exactMoments(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const count = BigInt(values.length);
  const sum = values.reduce((total, value) => total + BigInt(value), 0n);
  const squares = values.reduce((total, value) => total + (count * BigInt(value) - sum) ** 2n, 0n);
  return {
    mean: Number(sum) / values.length,
    variance: Number(squares) / Number(count * count * (count - 1n)),
  };
}

const values = fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), { minLength: 2, maxLength: 300 });

/** Mean and variance against those of all the values, in parts of what rounding may change: at most 1. */
function errorOf(moments: RunningMoments, all: readonly number[]): number {
  const { mean, variance } = exactMoments(all);
  const scale = Math.max(1, ...all.map(Math.abs));
  return Math.max(
    Math.abs(moments.mean - mean) / (1e-13 * scale),
    Math.abs(varianceOf(moments) - variance) / (1e-12 * (variance + scale * scale * 1e-13)),
    Math.abs(moments.count - all.length) * 2,
  );
}

describe('running moments', () => {
  it('are the mean and the variance of all values', () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(errorOf(momentsOf(all), all)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of two lots together are those of all their values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 100 }), values, (left, right) => {
        expect(errorOf(mergedMoments(momentsOf(left), momentsOf(right)), [...left, ...right])).toBeLessThanOrEqual(1);
        expect(errorOf(mergedMoments(momentsOf(right), momentsOf(left)), [...left, ...right])).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keep the variance of values that are far from 0', () => {
    expect(varianceOf(momentsOf([1e15 + 1, 1e15 + 2, 1e15 + 3, 1e15 + 4]))).toBeCloseTo(5 / 3, 12);
  });

  it('know no variance of fewer than two values', () => {
    expect([varianceOf(emptyMoments()), varianceOf(momentsOf([3]))]).toEqual([NaN, NaN]);
    expect(mergedMoments(emptyMoments(), emptyMoments())).toEqual({ count: 0, mean: 0, squares: 0 });
  });
});
