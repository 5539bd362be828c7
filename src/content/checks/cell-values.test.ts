import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areClose, canonicalNumber } from './cell-values.ts';

describe('canonicalNumber', () => {
  it.each([
    ['0', '-0.00'],
    ['1', '1.000'],
    ['15e-1', '+1.5'],
    ['1500', '1.5e3'],
    ['.5', '0.50'],
    ['12345678901234567890.10', '12345678901234567890.1'],
  ])('writes %s and %s alike', (a, b) => {
    expect(canonicalNumber(a)).toBe(canonicalNumber(b));
  });

  it.each([
    ['12345678901234567890', '12345678901234567891'],
    ['1', '-1'],
    ['0.1', '0.01'],
    ['100', '10'],
  ])('tells %s from %s', (a, b) => {
    expect(canonicalNumber(a)).not.toBe(canonicalNumber(b));
  });

  it.each(['NaN', 'Infinity', '$1.00', '', '.', 'orders'])('leaves %s as it is', (text) => {
    expect(canonicalNumber(text)).toBe(text);
  });

  it('does not depend on zeros or on the place of the point', () => {
    const digits = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(20), fc.nat(5), fc.nat(5));
    fc.assert(
      fc.property(digits, ([value, scale, zeros, shift]) => {
        const plain = `${value}e-${scale}`;
        const padded = `${value}${'0'.repeat(shift)}.${'0'.repeat(zeros)}e-${scale + shift}`;
        expect(canonicalNumber(padded)).toBe(canonicalNumber(plain));
      }),
    );
  });
});

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
