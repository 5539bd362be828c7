import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameData } from './same-data.ts';

describe('isSameData', () => {
  it('finds a copy alike, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isSameData(value, structuredClone(value))).toBe(true);
      }),
    );
    expect(isSameData({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  });

  it.each([
    [1, '1'],
    [null, undefined],
    [{ a: undefined }, { b: undefined }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, undefined]],
    [[], {}],
  ])('tells %j from %j', (left, right) => {
    expect(isSameData(left, right)).toBe(false);
    expect(isSameData(right, left)).toBe(false);
  });
});
