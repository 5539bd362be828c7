import { describe, expect, it } from 'vitest';
import { formatMeasure, formatNumber } from './format-number.ts';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1234, '1,234'],
    [123_456.7, '123,457'],
    [19.44, '19.4'],
    [19.96, '20'],
    [999.6, '1,000'],
    [0.041_99, '0.042'],
    [-2.5, '−2.5'],
    [0.000_000_123, '1.23e−7'],
    [3e18, '3.00e+18'],
    [NaN, '–'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('have as many digits as asked for', () => {
    expect(formatNumber(41.876, 4)).toBe('41.88');
  });
});

describe('measures', () => {
  it.each([
    [0.042, 'ms', '0.042 ms'],
    [0.1944, '%', '19.4 %'],
    [128, '', '128'],
    [NaN, 'ms', '–'],
    [200, 'a second', '200 a second'],
  ])('%d in %j is %s, on one line', (value, unit, text) => {
    expect(formatMeasure(value, unit)).toBe(text.replace(/(?<=\d) /, '\u00A0'));
  });
});
