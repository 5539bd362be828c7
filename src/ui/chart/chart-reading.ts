import { formatMeasure } from '#ui/format-number.ts';
import { formatQuantity } from '#ui/format-quantity.ts';
import type { ChartAxis, ChartSeries } from './chart-series.ts';

/** Every x for which a series has a sample, ascending, once each. */
export function samplePlaces(series: readonly ChartSeries[], from = -Infinity, to = Infinity): readonly number[] {
  const places = new Set<number>();
  for (const { xs } of series) for (const x of xs) if (x >= from && x <= to) places.add(x);
  return [...places].toSorted((a, b) => a - b);
}

/** How many of the ascending numbers are at most `limit`. */
export function countUpTo(ascending: readonly number[], limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? Infinity) <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The place of the nearest of the ascending numbers; -1 where there are none. */
export function nearestPlace(ascending: readonly number[], x: number): number {
  const after = countUpTo(ascending, x);
  const below = ascending[after - 1];
  const above = ascending[after];
  if (below === undefined) return above === undefined ? -1 : after;
  return above !== undefined && above - x < x - below ? after : after - 1;
}

/** What the line shows at `x`: the sample there, the one before of a step, else on the way to the next. NaN outside. */
export function valueAt(series: ChartSeries, x: number): number {
  const place = countUpTo(series.xs, x) - 1;
  const fromX = series.xs[place] ?? NaN;
  const fromY = series.ys[place] ?? NaN;
  if (fromX === x) return fromY;
  const toX = series.xs[place + 1];
  if (toX === undefined) return NaN;
  return series.isStep === true
    ? fromY
    : fromY + (((series.ys[place + 1] ?? NaN) - fromY) * (x - fromX)) / (toX - fromX);
}

/** A sample in the middle of its span is exactly half a sample's distance from the end, but for rounding. */
const half = 0.500_001;

/**
 * The place to read at for `x`: within half a sample's distance of an end of the ascending `xs` that end, as a run goes
 * on a little after its last sample; otherwise `x` as it is.
 */
export function placeToRead(xs: readonly number[], x: number): number {
  const first = xs[0] ?? NaN;
  const last = xs.at(-1) ?? NaN;
  if (x < first && first - x <= ((xs[1] ?? NaN) - first) * half) return first;
  if (x > last && x - last <= (last - (xs.at(-2) ?? NaN)) * half) return last;
  return x;
}

/** `waiting: least 0 requests, most 41 requests`. */
function extentText(series: ChartSeries, y: ChartAxis): string {
  let least = Infinity;
  let most = -Infinity;
  for (const value of series.ys) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) return `${series.label}: nothing measured`;
  const unit = y.unit ?? '';
  if (least === most) return `${series.label}: ${formatMeasure(least, unit)} throughout`;
  return `${series.label}: least ${formatMeasure(least, unit)}, most ${formatMeasure(most, unit)}`;
}

/** What is left out of the picture because a logarithm has no 0, or null where nothing is. */
export function notDrawnText(
  { x, y }: { readonly x: ChartAxis; readonly y: ChartAxis },
  series: readonly ChartSeries[],
): string | null {
  let count = 0;
  for (const { xs, ys } of series) {
    ys.forEach((value, i) => {
      if (!Number.isNaN(value) && (hasNoPlace(y, value) || hasNoPlace(x, xs[i] ?? NaN))) count++;
    });
  }
  if (count === 0) return null;
  return `0 has no place on this axis: ${formatQuantity(count, 'point')} ${count === 1 ? 'is' : 'are'} not drawn.`;
}

function hasNoPlace(axis: ChartAxis, value: number): boolean {
  return axis.scale === 'log' && value <= 0;
}

/** What there is to see, in words: the accessible name of the picture. */
export function chartGist(title: string, x: ChartAxis, y: ChartAxis, series: readonly ChartSeries[]): string {
  const places = samplePlaces(series);
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return `${title}: nothing measured yet.`;
  const unit = x.unit ?? '';
  const across = `${x.label} from ${formatMeasure(first, unit)} to ${formatMeasure(last, unit)}`;
  return `${title}. ${[across, ...series.map((line) => extentText(line, y))].join('; ')}.`;
}
