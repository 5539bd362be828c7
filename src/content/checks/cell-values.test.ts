import { describe, expect, it } from 'vitest';
import { areClose } from './cell-values.ts';

describe('areClose', () => {
  it.each([
    ['1000', '1000.9', 1e-3, true],
    ['1000', '1001.1', 1e-3, false],
    ['-1', '1', 0.5, false],
    ['0', '1e-12', 1e-9, false],
    ['NaN', 'NaN', 1e-9, true],
    ['Infinity', 'Infinity', 1e-9, true],
    ['Infinity', '-Infinity', 1e-9, false],
    [null, null, 1e-9, true],
    [null, '0', 1e-9, false],
  ])('of %s and %s within %d is %s', (a, b, tolerance, expected) => {
    expect(areClose(a, b, tolerance)).toBe(expected);
  });
});
