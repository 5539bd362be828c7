import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellEquality } from './cell-values.ts';
import { matchRows, type Row } from './match-rows.ts';

const exact: CellEquality = { keyOf: (cell) => cell, tolerance: 0 };
const close: CellEquality = { keyOf: (cell) => cell, tolerance: 0.1 };

const cell = fc.constantFrom('a', 'b', '', null);
const rows = fc.array(fc.tuple(cell, cell), { maxLength: 8 });

describe('matchRows', () => {
  it('finds nothing amiss in any order of the same rows', () => {
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([expected, found]) => {
        expect(matchRows(expected, found, [exact, exact])).toEqual({ missing: [], extra: [] });
      }),
    );
  });

  it('leaves no row that stands on both sides, and accounts for every row', () => {
    fc.assert(
      fc.property(rows, rows, (expected, found) => {
        const { missing, extra } = matchRows(expected, found, [exact, exact]);
        const missingRows = new Set(missing.map((place) => JSON.stringify(expected[place])));
        expect(extra.some((place) => missingRows.has(JSON.stringify(found[place])))).toBe(false);
        expect(expected.length - missing.length).toBe(found.length - extra.length);
      }),
    );
  });

  it('tells NULL from the empty text, and cells from their neighbours', () => {
    expect(matchRows([[null], ['']], [[''], ['']], [exact])).toEqual({ missing: [0], extra: [1] });
    expect(matchRows([['a', 'b']], [['b', 'a']], [exact, exact])).toEqual({ missing: [0], extra: [0] });
  });

  it('pairs close rows as well as they can be paired', () => {
    // 1.00 fits only 1.05: whoever pairs the equal ones first has two left over.
    const expected: readonly Row[] = [['1.05'], ['1.00']];
    const found: readonly Row[] = [['1.05'], ['1.15']];
    expect(matchRows(expected, found, [close])).toEqual({ missing: [], extra: [] });
  });

  it('pairs close rows only where their other cells are equal', () => {
    expect(matchRows([['1.0', 'a']], [['1.0', 'b']], [close, exact])).toEqual({ missing: [0], extra: [0] });
  });

  it('finds nothing amiss in any order of slightly shifted rows', () => {
    const values = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 8 });
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.double({ min: -0.04, max: 0.04, noNaN: true })), (numbers, shifts) => {
        const expected = numbers.map((number) => [String(number)]);
        const found = numbers.toReversed().map((number) => [String(number * (1 + (shifts.next().value ?? 0)))]);
        expect(matchRows(expected, found, [close])).toEqual({ missing: [], extra: [] });
      }),
    );
  });
});
