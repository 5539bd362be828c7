import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultColumn } from '#core/engine/outcome.ts';
import { compareCells } from './cell-values.ts';
import type { Row } from './match-rows.ts';
import { pairRows } from './pair-rows.ts';

const number: ResultColumn = { name: 'n', type: 'integer', typeOid: 23, kind: 'number' };
const text: ResultColumn = { name: 't', type: 'text', typeOid: 25, kind: 'text' };
const comparisons = [number, text, text].map((column) => compareCells(column, column, 0));

describe('pairRows', () => {
  it('sorts by the first columns first, numbers by value and NULL last', () => {
    const missing = [
      [null, 'a', 'a'],
      ['10', 'a', 'a'],
      ['9', null, 'a'],
      ['9', 'b', 'a'],
    ];
    expect(pairRows(missing, [], comparisons).missing).toEqual([
      ['9', 'b', 'a'],
      ['9', null, 'a'],
      ['10', 'a', 'a'],
      [null, 'a', 'a'],
    ]);
  });

  it('puts rows that agree in their leading columns beside each other, before all others', () => {
    const missing = [
      ['1', 'a', 'x'],
      ['2', 'b', 'x'],
      ['3', 'c', 'x'],
    ];
    const extra = [
      ['3', 'd', 'y'],
      ['0', 'a', 'y'],
      ['2', 'b', 'y'],
    ];
    expect(pairRows(missing, extra, comparisons)).toEqual({
      missing: [
        ['2', 'b', 'x'],
        ['3', 'c', 'x'],
        ['1', 'a', 'x'],
      ],
      extra: [
        ['2', 'b', 'y'],
        ['3', 'd', 'y'],
        ['0', 'a', 'y'],
      ],
      loneColumn: null,
    });
  });

  it('finds the one column in which all rows differ, the first too', () => {
    const missing = [
      ['1', 'a', 'x'],
      ['2', 'b', 'x'],
    ];
    const extra = [
      ['5', 'b', 'x'],
      ['7', 'a', 'x'],
    ];
    expect(pairRows(missing, extra, comparisons)).toEqual({
      missing: [
        ['1', 'a', 'x'],
        ['2', 'b', 'x'],
      ],
      extra: [
        ['7', 'a', 'x'],
        ['5', 'b', 'x'],
      ],
      loneColumn: 0,
    });
  });

  it('names no column where two would explain the difference', () => {
    const missing = [
      ['1', '1', 'x'],
      ['2', '2', 'x'],
    ];
    const extra = [
      ['1', '2', 'x'],
      ['2', '1', 'x'],
    ];
    expect(pairRows(missing, extra, comparisons).loneColumn).toBeNull();
  });

  it('only sorts lists of more than 10,000 rows', () => {
    const rows = (last: string) => Array.from({ length: 10_001 }, (_, place) => [String(10_000 - place), 'a', last]);
    const { missing, loneColumn } = pairRows(rows('x'), rows('y'), comparisons);
    expect([missing[0], missing[10_000], loneColumn]).toEqual([['0', 'a', 'x'], ['10000', 'a', 'x'], null]);
  });

  it('keeps every row', () => {
    const row = fc.tuple(
      fc.constantFrom('1', '2', '10', null),
      fc.constantFrom('a', 'b', null),
      fc.constantFrom('x', 'y'),
    );
    const sorted = (rows: readonly Row[]) => rows.map((cells) => JSON.stringify(cells)).toSorted();
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (missing, extra) => {
        const paired = pairRows(missing, extra, comparisons);
        expect(sorted(paired.missing)).toEqual(sorted(missing));
        expect(sorted(paired.extra)).toEqual(sorted(extra));
      }),
    );
  });
});
