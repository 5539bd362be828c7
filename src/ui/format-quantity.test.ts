import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatDuration, formatQuantity } from './format-quantity.ts';

describe('quantities', () => {
  it('groups thousands', () => {
    expect(formatCount(1_000_000)).toBe('1,000,000');
  });

  it.each([
    [0, '0 rows'],
    [1, '1 row'],
    [3414, '3,414 rows'],
  ])('%i is %s', (count, text) => {
    expect(formatQuantity(count, 'row')).toBe(text);
  });

  it('takes an irregular plural', () => {
    expect(formatQuantity(2, 'index', 'indexes')).toBe('2 indexes');
  });
});

describe('durations', () => {
  it.each([
    [0, 'under 1 ms'],
    [0.4, 'under 1 ms'],
    [6.2, '6 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [1440, '1.4 s'],
    [59_949, '59.9 s'],
    [59_960, '1 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('%d ms is %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });
});

describe('sizes', () => {
  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [9_086_480, '9.1 MB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
