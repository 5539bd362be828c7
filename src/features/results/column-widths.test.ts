import { describe, expect, it } from 'vitest';
import type { ResultSet } from '#core/engine/outcome.ts';
import { columnWidths } from './column-widths.ts';

function widthsOf(name: string, values: readonly (string | null)[]): number {
  const columns: ResultSet['columns'] = [{ name, type: 'text', typeOid: 25, kind: 'text' }];
  return columnWidths({ columns, rows: values.map((value) => [value]), rowCount: values.length })[0] ?? 0;
}

describe('the width of a column', () => {
  it('grows with its widest value', () => {
    expect(widthsOf('n', ['twenty letters long.'])).toBeGreaterThan(widthsOf('n', ['short']));
  });

  it('has room for its head when the values are shorter', () => {
    expect(widthsOf('a_long_column_name', [null, ''])).toBe(widthsOf('a_long_column_name', []));
  });

  it('has a limit', () => {
    expect(widthsOf('n', ['x'.repeat(100)])).toBe(widthsOf('n', ['x'.repeat(10_000)]));
  });
});
