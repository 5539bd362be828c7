import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTicks } from './time-ticks.ts';

describe('the ticks of a stretch of time', () => {
  it('are told apart, lie on it, and say where they are', () => {
    const starts = fc.double({ min: 0, max: 100_000_000, noNaN: true });
    const lengths = fc.integer({ min: -3, max: 8 }).chain((power) => {
      const unit = 10 ** power;
      return fc.double({ min: unit / 10, max: unit, noNaN: true });
    });
    fc.assert(
      fc.property(starts, lengths, fc.integer({ min: 200, max: 1400 }), (fromMs, lengthMs, width) => {
        const ticks = timeTicks(fromMs, fromMs + lengthMs, width);
        expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
        for (const { atMs, text } of ticks) {
          expect(atMs).toBeGreaterThanOrEqual(fromMs);
          expect(atMs).toBeLessThanOrEqual(fromMs + lengthMs);
          expect(Math.abs(Number(text.replaceAll(',', '')) * 1000 - atMs)).toBeLessThan(lengthMs / 50);
        }
      }),
    );
  });

  it.each([
    [0, 1.3, 640, ['0.0000', '0.0002', '0.0004', '0.0006', '0.0008', '0.0010', '0.0012']],
    [0, 1, 640, ['0.0000', '0.0002', '0.0004', '0.0006', '0.0008', '0.0010']],
    [5000, 7000, 640, ['5.0', '5.2', '5.4', '5.6', '5.8', '6.0', '6.2', '6.4', '6.6', '6.8', '7.0']],
    [50_000, 60_000, 300, ['50', '55', '60']],
  ] as const)('from %s to %s ms, %s pixels wide, are round', (fromMs, toMs, width, texts) => {
    expect(timeTicks(fromMs, toMs, width).map(({ text }) => text)).toEqual(texts);
  });
});
