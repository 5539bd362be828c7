import { area, line } from '@visx/shape';
import { memo } from 'react';
import type { ChartSeries } from './chart-series.ts';
import type { PlotLayout } from './plot-layout.ts';
import { stepCorners, thinPoints, type PlotPoint } from './thin-points.ts';
import { ToneSign } from './tone-sign.tsx';
import styles from './tone.module.css';

interface ChartLinesProps {
  readonly series: readonly ChartSeries[];
  readonly layout: PlotLayout;
  /** The id of the clip path that ends at the axes. */
  readonly clip: string;
}

const signEveryPx = 120;

/** The lines with their signs and labels. Drawn again only when these change, not for each place of the cursor. */
export const ChartLines = memo(function ChartLines({ series, layout, clip }: ChartLinesProps) {
  const drawn = series.map((one) => ({ one, points: pointsOf(one, layout) }));
  return (
    <g>
      <g clipPath={`url(#${clip})`}>
        {drawn.map(
          ({ one, points }) => one.isArea === true && <SeriesArea key={one.id} {...{ one, points, layout }} />,
        )}
        {drawn.map(({ one, points }) => (
          <path
            key={one.id}
            data-series={one.id}
            className={`${styles.line} ${styles[one.tone]} ${one.dash === true ? styles.dash : ''}`}
            d={linePath(points) ?? ''}
          />
        ))}
      </g>
      {drawn.map(({ one, points }, place) =>
        signPlaces(one, points, layout, place / series.length).map((point) => (
          <ToneSign key={`${one.id} ${point.x}`} tone={one.tone} x={point.x} y={point.y} />
        )),
      )}
      {layout.endLabels.map((end) => (
        <g key={end.series.id} className={styles[end.series.tone]}>
          {Math.abs(end.labelY - end.y) > 3 && (
            <path
              className={styles.leader}
              fill="none"
              d={`M${end.x + 6} ${end.y}L${layout.right + 9} ${end.labelY}`}
            />
          )}
          <text className={styles.label} x={layout.right + 11} y={end.labelY} dy="0.34em">
            {end.text !== end.series.label && <title>{end.series.label}</title>}
            {end.text}
          </text>
        </g>
      ))}
    </g>
  );
});

const isThere = (point: PlotPoint) => Number.isFinite(point.y);
const linePath = line<PlotPoint>({ x: (point) => point.x, y: (point) => point.y, defined: isThere });

function SeriesArea(props: {
  readonly one: ChartSeries;
  readonly points: readonly PlotPoint[];
  readonly layout: PlotLayout;
}) {
  const path = area<PlotPoint>({
    x: (point) => point.x,
    y0: props.layout.bottom,
    y1: (point) => point.y,
    defined: isThere,
  });
  return <path className={`${styles.area} ${styles[props.one.tone]}`} d={path([...props.points]) ?? ''} />;
}

function pointsOf(one: ChartSeries, { x, y, left, right }: PlotLayout): PlotPoint[] {
  const points = one.xs.map((place, i) => ({ x: x(place), y: y(one.ys[i] ?? NaN) }));
  const thinned = thinPoints(points, right - left);
  return [...(one.isStep === true ? stepCorners(thinned) : thinned)];
}

/** Signs on the line: on every sample, or at even distances that differ from those of its neighbours, and at the end. */
function signPlaces(
  one: ChartSeries,
  points: readonly PlotPoint[],
  { left, right, top, bottom }: PlotLayout,
  shift: number,
): readonly PlotPoint[] {
  const inside = points.filter(
    (point) => isThere(point) && point.x >= left && point.x <= right && point.y >= top - 1 && point.y <= bottom + 1,
  );
  if (one.marker === 'dot') return inside;
  const last = inside.at(-1);
  if (last === undefined) return [];
  const places: PlotPoint[] = [];
  let nextX = left + signEveryPx * (0.35 + shift);
  for (const point of inside) {
    if (point.x < nextX || point.x > last.x - 30) continue;
    places.push(point);
    nextX = point.x + signEveryPx;
  }
  return [...places, last];
}
