import { useId, useMemo, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ChartAxes } from './chart-axes.tsx';
import { ChartLines } from './chart-lines.tsx';
import { ChartMarks } from './chart-marks.tsx';
import { ChartReadout } from './chart-readout.tsx';
import { chartGist, notDrawnText } from './chart-reading.ts';
import type { ChartAxis, ChartHighlight, ChartSeries } from './chart-series.ts';
import { ChartTable } from './chart-table.tsx';
import { plotLayout } from './plot-layout.ts';
import { ReadingLine, type Reading } from './reading-line.tsx';
import { useSteadySeries } from './use-steady-series.ts';
import { useWidth } from '#ui/use-size.ts';
import styles from './line-chart.module.css';

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
  /** Room for the values at the left, in pixels; 52 unless told, more where they need it. */
  readonly leftWidth?: number;
  /**
   * Room for the names at the ends of the lines, in pixels; as wide as the longest needs it unless told. Charts below
   * one another that have the same stand in line. Where the chart is narrow there are no names, and no room for them.
   */
  readonly labelWidth?: number;
  /** What the dashed lines are, in a few words: "in the fork". The legend says it once for all. */
  readonly dashMeans?: string;
}

const noHighlights: readonly ChartHighlight[] = [];

/** Lines over one horizontal axis, to be read by eye, by pointer, by keyboard and as a table. */
export function LineChart(props: LineChartProps) {
  const { title, x, y, series, height = 260 } = props;
  const [isTable, setIsTable] = useState(false);
  const titleId = useId();
  return (
    <figure className={styles.chart} aria-labelledby={titleId}>
      <figcaption className={styles.header}>
        <span id={titleId} className={styles.title}>
          {title}
        </span>
        <Button onClick={() => setIsTable(!isTable)} aria-describedby={titleId}>
          {isTable ? 'As a graph' : 'As a table'}
        </Button>
      </figcaption>
      {isTable ? (
        <div className={styles.table} style={{ maxHeight: height + 40 }}>
          <ChartTable title={title} x={x} y={y} series={series} />
        </div>
      ) : (
        <Graph {...props} height={height} />
      )}
    </figure>
  );
}

function Graph(props: LineChartProps & { readonly height: number }) {
  const { title, cursor, highlights = noHighlights, onPick, height, leftWidth, labelWidth, dashMeans } = props;
  const [reading, setReading] = useState<Reading | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const clip = useId();
  const x = useSteadyAxis(props.x);
  const y = useSteadyAxis(props.y);
  const series = useSteadySeries(props.series);
  const layout = useMemo(
    () => plotLayout({ x, y }, series, width, height, { leftWidth, labelWidth }),
    [x, y, series, width, height, leftWidth, labelWidth],
  );
  const notDrawn = useMemo(() => notDrawnText({ x, y }, series), [x, y, series]);
  const gist = useMemo(() => chartGist(title, x, y, series), [title, x, y, series]);

  if (layout === null) {
    return (
      <div ref={frame} className={styles.empty} style={{ height }}>
        {notDrawn ?? 'Nothing measured yet.'}
      </div>
    );
  }
  return (
    <>
      <div ref={frame} className={styles.frame} style={{ height }}>
        <svg className={styles.picture} width={width} height={height} role="img" aria-label={gist}>
          <clipPath id={clip}>
            <rect
              x={layout.left}
              y={layout.top - 2}
              width={layout.right - layout.left + 1}
              height={layout.bottom - layout.top + 4}
            />
          </clipPath>
          <ChartAxes x={x} y={y} layout={layout} />
          <ChartLines series={series} layout={layout} clip={clip} />
          <ChartMarks {...{ layout, series, highlights, cursor }} reading={reading?.x ?? null} />
        </svg>
        <ReadingLine {...{ title, layout, reading, cursor, onPick }} axis={x} onRead={setReading} />
      </div>
      <ChartReadout
        {...{ x, y, series, dashMeans }}
        at={reading?.x ?? cursor ?? null}
        isSpoken={reading !== null && reading.by === 'keyboard'}
      />
      {notDrawn !== null && <p className={styles.note}>{notDrawn}</p>}
    </>
  );
}

/** Callers write their axes anew each time; the same words and numbers need no other layout. */
function useSteadyAxis({ label, unit, scale, domain }: ChartAxis): ChartAxis {
  const [from, to] = domain ?? [];
  return useMemo(
    () => ({
      label,
      ...(unit !== undefined && { unit }),
      ...(scale !== undefined && { scale }),
      ...(from !== undefined && to !== undefined && { domain: [from, to] }),
    }),
    [label, unit, scale, from, to],
  );
}
