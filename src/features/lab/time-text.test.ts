import { expect, it } from 'vitest';
import { timeText } from './time-text.ts';

it.each([
  [0, '0.000 s'],
  [12_345.4, '12.345 s'],
  [59_999.4, '59.999 s'],
  [59_999.6, '1 min 0.0 s'],
  [192_000, '3 min 12.0 s'],
  [299_960, '5 min 0.0 s'],
  [3_909_000, '1 h 5 min 9 s'],
  [3_599_990, '1 h 0 min 0 s'],
])('shows %s ms as %s', (timeMs, text) => {
  expect(timeText(timeMs)).toBe(text);
});
