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

  it.each([
    [0, '0 ms'],
    [9_999.4, '9,999 ms'],
    [9_999.7, '10 s'],
    [10_000, '10 s'],
    [12_345, '12.3 s'],
    [-12_345, '−12.3 s'],
    [599_400, '599 s'],
    [599_700, '10 min'],
    [743_210, '12.4 min'],
    [599 * 60_000, '599 min'],
    [600 * 60_000, '10 h'],
    [7_654_321_000, '2,126 h'],
    [Infinity, '∞ ms'],
  ])('%d ms are %s', (value, text) => {
    expect(formatMeasure(value, 'ms').replace('\u00A0', ' ')).toBe(text);
  });

  it('stay in their unit where more digits say that they are still below the next', () => {
    expect(formatMeasure(599_700, 'ms', 4)).toBe('599.7\u00A0s');
  });

  it('in seconds stay in seconds', () => {
    expect(formatMeasure(12_345, 's')).toBe('12,345\u00A0s');
  });
});
