import { describe, expect, it } from 'vitest';
import { axisTitle, formatTicks, plotScale, plotTicks } from './chart-scale.ts';
import type { ChartAxis } from './chart-series.ts';

const linear: ChartAxis = { label: 'wait', unit: 'ms' };
const log: ChartAxis = { label: 'wait', unit: 'ms', scale: 'log' };

function ticks(axis: ChartAxis, values: readonly number[], count = 5, isWhole = false): readonly string[] {
  const scale = plotScale(axis, values, [0, 100], true);
  return scale === null ? [] : formatTicks(axis, plotTicks(axis, scale, count, isWhole));
}

describe('ticks', () => {
  it.each([
    ['from 0, though the least value is more', linear, [13, 19], ['0', '5', '10', '15', '20']],
    ['with as many decimals as the finest', linear, [0, 0.9], ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    ['below 0 where values are', linear, [-4, 4], ['−4', '−2', '0', '2', '4']],
    ['grouped', linear, [0, 4000], ['0', '1,000', '2,000', '3,000', '4,000']],
    ['of a share in percent', { label: 'busy', unit: '%' }, [0, 0.9], ['0', '20', '40', '60', '80', '100']],
    ['of a value that never changes', linear, [0, 0, 0], ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    ['on a logarithm, 1, 2, 5', log, [1, 80], ['1', '2', '5', '10', '20', '50', '100']],
    ['on a long logarithm, powers of ten', log, [0.05, 4000], ['0.1', '1', '10', '100', '1,000']],
    ['on a logarithm, without 0', log, [0, 1, 8], ['1', '2', '5', '10']],
    ['of nothing', linear, [], []],
    ['of gaps alone', linear, [NaN], []],
    ['of nothing but 0 on a logarithm', log, [0, 0], []],
  ])('stand %s', (_, axis, values, texts) => {
    expect(ticks(axis, values)).toEqual(texts);
  });

  it('are whole where only whole numbers can be', () => {
    expect(ticks({ label: 'waiting' }, [0, 1, 2], 8, true)).toEqual(['0', '1', '2']);
  });

  it('keep to a domain that is given', () => {
    const axis: ChartAxis = { label: 'time', domain: [10, 13] };
    expect(plotScale(axis, [0, 100], [0, 100], true)?.domain()).toEqual([10, 13]);
  });
});

describe('the title of an axis', () => {
  it('has its unit', () => {
    expect(axisTitle(linear)).toBe('wait (ms)');
    expect(axisTitle({ label: 'waiting' })).toBe('waiting');
  });
});
