import { formatNumber } from '#ui/format-number.ts';
import { samplePlaces, valueAt } from './chart-reading.ts';
import type { ChartAxis, ChartSeries } from './chart-series.ts';

interface ChartRows {
  readonly rows: readonly (readonly string[])[];
  /** Every how many of the samples is there. */
  readonly every: number;
  /** How many samples there are. */
  readonly count: number;
}

/** The samples as rows, no more than `most`: every n-th, the first among them. */
export function chartRows(x: ChartAxis, y: ChartAxis, series: readonly ChartSeries[], most: number): ChartRows {
  const places = samplePlaces(series);
  const every = Math.max(1, Math.ceil(places.length / most));
  const rows = places
    .filter((_, place) => place % every === 0)
    .map((place) => [inUnit(place, x), ...series.map((line) => inUnit(valueAt(line, place), y))]);
  return { rows, every, count: places.length };
}

/** The unit stands at the head of the column. */
function inUnit(value: number, axis: ChartAxis): string {
  return formatNumber(axis.unit === '%' ? value * 100 : value, 4);
}
