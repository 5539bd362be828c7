import { describe, expect, it } from 'vitest';
import type { ChartSeries } from './chart-series.ts';
import { isSameSeries } from './use-steady-series.ts';

const line: ChartSeries = { id: 'a', label: 'waiting', tone: 'stale', xs: [0, 1, 2], ys: [1, NaN, 3] };

describe('series made anew', () => {
  it('are drawn as before when they say the same', () => {
    expect(isSameSeries([line], [{ ...line, xs: [...line.xs], ys: [...line.ys] }])).toBe(true);
    expect(isSameSeries([], [])).toBe(true);
  });

  it.each<[string, readonly ChartSeries[]]>([
    ['another sample', [{ ...line, ys: [1, NaN, 4] }]],
    ['a gap filled', [{ ...line, ys: [1, 2, 3] }]],
    ['one more sample', [{ ...line, xs: [0, 1, 2, 3], ys: [1, NaN, 3, 3] }]],
    ['another place', [{ ...line, xs: [0, 1, 2.5] }]],
    ['another tone', [{ ...line, tone: 'miss' }]],
    ['a dash', [{ ...line, dash: true }]],
    ['one more line', [line, { ...line, id: 'b' }]],
    ['no line', []],
  ])('are drawn anew for %s', (_, others) => {
    expect(isSameSeries([line], others)).toBe(false);
  });
});
