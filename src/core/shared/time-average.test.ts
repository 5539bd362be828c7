import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageUntil, changeValue, integralUntil, startAverage } from './time-average.ts';

interface Step {
  readonly afterNs: number;
  readonly value: number;
}

const step = fc.record({ afterNs: fc.integer({ min: 0, max: 1e6 }), value: fc.integer({ min: -100, max: 10_000 }) });

/** The integral nanosecond by nanosecond would take too long: piece by piece, in whole numbers of any size. */
function exactIntegral(startNs: number, first: number, steps: readonly Step[], lastNs: number): bigint {
  let sum = 0n;
  let value = first;
  let atNs = startNs;
  for (const { afterNs, value: next } of steps) {
    sum += BigInt(value) * BigInt(afterNs);
    value = next;
    atNs += afterNs;
  }
  return sum + BigInt(value) * BigInt(lastNs - atNs);
}

describe('a time average', () => {
  it('has the exact integral, its quotient and the largest value', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: -100, max: 100 }),
        fc.array(step, { maxLength: 100 }),
        fc.integer({ min: 1, max: 1e6 }),
        (startNs, first, steps, restNs) => {
          const average = startAverage(startNs, first);
          let atNs = startNs;
          for (const { afterNs, value } of steps) changeValue(average, (atNs += afterNs), value);
          const lastNs = atNs + restNs;
          const exact = Number(exactIntegral(startNs, first, steps, lastNs));
          expect(integralUntil(average, lastNs)).toBe(exact);
          expect(averageUntil(average, lastNs)).toBe(exact / (lastNs - startNs));
          expect(average.maximum).toBe(Math.max(first, ...steps.map(({ value }) => value)));
        },
      ),
    );
  });

  it('of 3 for 4 ns and 5 for 1 ns is 3.4', () => {
    const average = startAverage(10, 3);
    changeValue(average, 14, 5);
    expect(integralUntil(average, 15)).toBe(17);
    expect(averageUntil(average, 15)).toBe(3.4);
  });

  it('is the value while no time has passed, whatever stood for no time', () => {
    const average = startAverage(5, 8);
    changeValue(average, 5, 2);
    expect(averageUntil(average, 5)).toBe(2);
    expect(integralUntil(average, 5)).toBe(0);
    expect(average.maximum).toBe(8);
  });

  it('changes nothing by being asked', () => {
    const average = startAverage(0, 4);
    changeValue(average, 10, 6);
    const before = structuredClone(average);
    integralUntil(average, 1000);
    averageUntil(average, 1000);
    expect(average).toEqual(before);
  });

  it('refuses a time before the last change', () => {
    const average = startAverage(0, 4);
    changeValue(average, 10, 6);
    expect(() => changeValue(average, 9, 1)).toThrow(RangeError);
    expect(() => averageUntil(average, 9)).toThrow('9 ns is before the last change, at 10 ns');
  });
});
