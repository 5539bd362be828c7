import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNumber } from './canonical-number.ts';

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
