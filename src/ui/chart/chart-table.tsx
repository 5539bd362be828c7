import { DataTable } from '#ui/data-table.tsx';
import { chartRows } from './chart-rows.ts';
import type { ChartAxis, ChartSeries } from './chart-series.ts';

interface ChartTableProps {
  readonly title: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
}

const mostRows = 100;

/** The same numbers as rows. */
export function ChartTable({ title, x, y, series }: ChartTableProps) {
  const { rows, every, count } = chartRows(x, y, series, mostRows);
  return (
    <DataTable
      caption={every === 1 ? title : `${title}: one of every ${every} samples`}
      isCaptionShown={every > 1}
      columns={[
        { name: x.label, ...unitOf(x), kind: 'number' },
        ...series.map((line) => ({ name: line.label, ...unitOf(y), kind: 'number' as const })),
      ]}
      rows={rows}
      rowCount={count}
    />
  );
}

function unitOf({ unit }: ChartAxis): { readonly type?: string } {
  return unit === undefined || unit === '' ? {} : { type: unit };
}
