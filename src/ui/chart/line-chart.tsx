import type { ChartAxis, ChartHighlight, ChartSeries } from './chart-series.ts';

export interface LineChartProps {
  readonly title: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  /** Where "now" is: a line across the graph. */
  readonly cursor?: number;
  readonly highlights?: readonly ChartHighlight[];
  /** A click, or Enter on the reading line, asks to go there. */
  readonly onPick?: (x: number) => void;
  /** Of the plot with its axes, in pixels. */
  readonly height?: number;
}

/** Lines over one horizontal axis, to be read by eye, by pointer, by keyboard and as a table. */
export function LineChart({ title, series }: LineChartProps) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <ul>
        {series.map((line) => (
          <li key={line.id}>{line.label}</li>
        ))}
      </ul>
    </figure>
  );
}
