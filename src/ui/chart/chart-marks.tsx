import { placeToRead, valueAt } from './chart-reading.ts';
import type { ChartHighlight, ChartSeries } from './chart-series.ts';
import { stackLabels } from './place-labels.ts';
import type { PlotLayout } from './plot-layout.ts';
import { ToneSign } from './tone-sign.tsx';
import styles from './line-chart.module.css';

interface ChartMarksProps {
  readonly layout: PlotLayout;
  readonly series: readonly ChartSeries[];
  readonly highlights: readonly ChartHighlight[];
  readonly cursor: number | undefined;
  readonly reading: number | null;
}

/** What lies over the lines: marked points, the cursor, and what is being read. */
export function ChartMarks({ layout, series, highlights, cursor, reading }: ChartMarksProps) {
  const now = cursor === undefined ? NaN : placeToRead(layout.places, cursor);
  return (
    <g>
      <Highlights layout={layout} highlights={highlights} />
      {isWithin(layout, now) && <Cursor layout={layout} x={layout.x(now)} />}
      {reading !== null && (
        <g>
          <line className={styles.reading} {...upright(layout, layout.x(reading))} />
          {series.map((line) => {
            const y = layout.y(valueAt(line, reading));
            if (!(y >= layout.top - 1 && y <= layout.bottom + 1)) return null;
            return (
              <g key={line.id}>
                <circle className={styles.readingDot} cx={layout.x(reading)} cy={y} r="7" />
                <ToneSign tone={line.tone} x={layout.x(reading)} y={y} />
              </g>
            );
          })}
        </g>
      )}
    </g>
  );
}

function isWithin({ x }: PlotLayout, value: number): boolean {
  const [from = 0, to = 0] = x.domain();
  return value >= from && value <= to;
}

function upright({ top, bottom }: PlotLayout, x: number) {
  return { x1: x, x2: x, y1: top, y2: bottom };
}

function Cursor({ layout, x }: { readonly layout: PlotLayout; readonly x: number }) {
  return (
    <g data-cursor="">
      <line className={styles.cursor} {...upright(layout, x)} />
      <path className={styles.cursorHead} d={`M${x - 5} ${layout.top - 7}h10l-5 7z`} />
    </g>
  );
}

const charPx = 6.6;
const rowPx = 16;

function Highlights({
  layout,
  highlights,
}: {
  readonly layout: PlotLayout;
  readonly highlights: readonly ChartHighlight[];
}) {
  const shown = highlights.filter(({ x }) => isWithin(layout, x));
  const spans = shown.map(({ x, label }): readonly [number, number] => {
    const width = label.length * charPx + 14;
    const at = layout.x(x);
    return at + width > layout.right ? [at - width, at] : [at, at + width];
  });
  const rows = stackLabels(spans);
  return (
    <g>
      {shown.map(({ x, label }) => (
        <g key={`${x} ${label}`}>
          <line className={styles.highlight} {...upright(layout, layout.x(x))} />
          <path className={styles.highlightHead} d={`M${layout.x(x) - 5} ${layout.bottom + 7}h10l-5 -7z`} />
        </g>
      ))}
      {shown.map(({ x, label }, place) => {
        const at = layout.x(x);
        const isBefore = (spans[place]?.[0] ?? at) < at;
        return (
          <text
            key={`${x} ${label}`}
            className={styles.highlightLabel}
            x={isBefore ? at - 7 : at + 7}
            y={layout.top + 10 + (rows[place] ?? 0) * rowPx}
            textAnchor={isBefore ? 'end' : 'start'}
          >
            {label}
          </text>
        );
      })}
    </g>
  );
}
