import { describe, expect, it } from 'vitest';
import { codeRows } from './coded-table.ts';
import { DependencySearch } from './dependency-search.ts';
import { discoveryCost, usualSize } from './discovery-cost.ts';
import { usualLimits } from './discovery.ts';

describe('the cost of a search', () => {
  it('is counted in sets of columns', () => {
    expect(discoveryCost(4, 10, { determinantSize: null }).candidates).toEqual([1, 4, 6, 4, 1]);
    expect(discoveryCost(60, 10, { determinantSize: 4 })).toMatchObject({
      candidates: [1, 60, 1_770, 34_220, 487_635],
      total: 523_686,
    });
    expect(discoveryCost(0, 0, { determinantSize: null })).toMatchObject({ candidates: [1], rank: 'short' });
  });

  it('grows with rows, columns and what may break', () => {
    const rank = (columns: number, rows: number, threshold = 0) =>
      discoveryCost(columns, rows, { determinantSize: null, threshold }).rank;
    expect([rank(13, 108), rank(13, 20_000), rank(20, 20_000)]).toEqual(['short', 'long', 'endless']);
    expect(discoveryCost(20, 1_000, { determinantSize: 3, threshold: 0.05 }).looks).toBeGreaterThan(
      discoveryCost(20, 1_000, { determinantSize: 3 }).looks,
    );
  });

  it('leaves out large determinants where there would be millions of them', () => {
    expect([1, 22, 23, 60, 1_600].map(usualSize)).toEqual([null, null, 8, 4, 1]);
  });

  it('is no less than what is tried, where nothing is ruled out', () => {
    // Each pair of rows differs in one column only.
    const rows = Array.from({ length: 7 }, (_, row) =>
      Array.from({ length: 6 }, (__, column) => (column === row ? 1 : 0)),
    );
    const search = new DependencySearch({
      table: codeRows(6, rows),
      nulls: 'equal',
      threshold: 0,
      limits: usualLimits,
    });
    while (!search.advance(1_000));
    const { total } = discoveryCost(6, 7, { determinantSize: null });
    expect(search.report.progress.triedInAll).toBeLessThanOrEqual(total);
    expect(search.report.progress.triedInAll).toBeGreaterThan(total / 2);
  });
});
