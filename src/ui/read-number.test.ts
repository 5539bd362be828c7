import { describe, expect, it } from 'vitest';
import { printNumber, readNumber } from './read-number.ts';

const whole = { least: 0, most: 10_000, isWhole: true };
const any = { least: -1, most: 1e9, isWhole: false };

describe('a typed number', () => {
  it.each([
    ['12', 12],
    [' 1,234 ', 1234],
    ['1 234', 1234],
    ['1e3', 1000],
    ['12.0', 12],
    ['007', 7],
  ])('%j is read as %d', (text, value) => {
    expect(readNumber(text, whole)).toEqual({ kind: 'number', value });
  });

  it.each([
    ['.5', 0.5],
    ['−1', -1],
    ['1,234.5', 1234.5],
  ])('%j with a fraction or a sign is read as %d', (text, value) => {
    expect(readNumber(text, any)).toEqual({ kind: 'number', value });
  });

  it.each([
    ['', 'nothing is typed'],
    ['12x', '“12x” is no number'],
    ['0,5', '“0,5” is no number'],
    ['0x10', '“0x10” is no number'],
    ['NaN', '“NaN” is no number'],
    ['Infinity', '“Infinity” is no number'],
    ['1e999', '“1e999” is no number'],
    ['1.5', '1.5 is not whole'],
    ['-1', '-1 is less'],
    ['10001', '10001 is more'],
    ['1e9', '1e9 is more'],
  ])('%j is refused with the range: %s', (text, found) => {
    expect(readNumber(text, whole)).toEqual({
      kind: 'problem',
      message: `A whole number from 0 to 10,000; ${found}.`,
    });
  });

  it('is printed so that it is read back', () => {
    for (const value of [0, 12, 1234.5, 0.000_000_1, 1e21, -3]) {
      expect(readNumber(printNumber(value), { least: -1e30, most: 1e30, isWhole: false })).toEqual({
        kind: 'number',
        value,
      });
    }
    expect(printNumber(NaN)).toBe('');
  });
});
