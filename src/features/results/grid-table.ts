import {
  columnResizingFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
  type Header,
  type ReactTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { CellText, ResultSet } from '#core/engine/outcome.ts';
import { columnWidths } from './column-widths.ts';

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });

type Row = readonly CellText[];
export type GridTable = ReactTable<typeof features, Row>;
export type GridHeader = Header<typeof features, Row>;

export const leastWidthPx = 48;
export const mostWidthPx = 1600;

/** The widths of a result's columns, which its content decides first and the learner afterwards. */
export function useGridTable(result: ResultSet): GridTable {
  const columns = useMemo(() => {
    const widths = columnWidths(result);
    // Columns may share a name: they are known by their place.
    return widths.map((size, place) => ({ id: String(place), size, minSize: leastWidthPx, maxSize: mostWidthPx }));
  }, [result]);
  return useTable({ features, columns, data: result.rows, columnResizeMode: 'onChange' });
}
