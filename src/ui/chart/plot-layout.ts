import { countUpTo, samplePlaces } from './chart-reading.ts';
import { formatTicks, plotScale, plotTicks, type PlotScale } from './chart-scale.ts';
import { twinOf, type ChartAxis, type ChartSeries } from './chart-series.ts';
import { placeLabels } from './place-labels.ts';

export interface AxisTick {
  readonly value: number;
  readonly text: string;
}

export interface EndLabel {
  readonly series: ChartSeries;
  /** The name of the series, cut off where there is no room; the legend has all of it. */
  readonly text: string;
  /** The end of the line. */
  readonly x: number;
  readonly y: number;
  /** The middle of the label. */
  readonly labelY: number;
}

/** Where everything goes, in pixels from the picture's upper left corner. */
export interface PlotLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: PlotScale;
  readonly y: PlotScale;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  /** Empty where the picture is too narrow for labels beside the lines. */
  readonly endLabels: readonly EndLabel[];
  /** Where the keyboard can read, ascending. */
  readonly places: readonly number[];
}

/** Room that is kept so that the plots of charts below one another begin and end at the same places. */
export interface PlotRoom {
  /** For the values of the vertical axis; more where they need it. */
  readonly leftWidth?: number | undefined;
  /** For the labels behind the lines, with their distance from them; as the labels need it where that is not told. */
  readonly labelWidth?: number | undefined;
}

/** Below this a label beside a line would take too much of the line. */
const narrowPx = 520;
/** About what a character of a label takes; labels are measured by eye, not by the browser. */
const charPx = 6.8;
const rowPx = 16;
const widestLabelPx = 200;
const besideLabelPx = 22;
/** Enough for values up to six characters. */
const defaultLeftPx = 52;
const leastRightPx = 14;

/** The layout of a graph, or null where there is nothing to draw. */
export function plotLayout(
  axes: { readonly x: ChartAxis; readonly y: ChartAxis },
  series: readonly ChartSeries[],
  width: number,
  height: number,
  room: PlotRoom = {},
): PlotLayout | null {
  const top = 28;
  const bottom = height - 44;
  const xs = samplePlaces(series);
  const ys = series.flatMap((line) => line.ys);
  const y = plotScale(axes.y, ys, [bottom, top], true);
  const unplaced = plotScale(axes.x, xs, [0, 1], false);
  if (y === null || unplaced === null) return null;

  const yTicks = ticksOf(axes.y, y, Math.max(2, Math.round((bottom - top) / 46)), ys.every(isWhole));
  const ticksPx = Math.ceil(Math.max(...yTicks.map((tick) => tick.text.length)) * charPx + 10);
  const left = Math.max(room.leftWidth ?? defaultLeftPx, ticksPx);
  const isWide = width >= narrowPx;
  const labelled = isWide ? series.filter((line) => twinOf(line, series) === undefined) : [];
  const longest = Math.max(0, ...labelled.map((line) => line.label.length));
  const labelPx = room.labelWidth ?? Math.min(longest * charPx + besideLabelPx, widestLabelPx);
  const right = width - (isWide ? Math.max(labelPx, leastRightPx) : leastRightPx);

  const x = unplaced.copy().range([left, right]);
  const [from = 0, to = 0] = x.domain();
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x,
    y,
    xTicks: ticksOf(axes.x, x, Math.max(2, Math.round((right - left) / 96)), xs.every(isWhole)),
    yTicks,
    endLabels: endLabels(labelled, { x, y, top, bottom }, labelPx - besideLabelPx),
    places: xs.slice(countUpTo(xs, from) - (xs.includes(from) ? 1 : 0), countUpTo(xs, to)),
  };
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) || Number.isNaN(value);
}

function ticksOf(axis: ChartAxis, scale: PlotScale, count: number, isWholeOnly: boolean): readonly AxisTick[] {
  const values = plotTicks(axis, scale, count, isWholeOnly);
  const texts = formatTicks(axis, values);
  return values.map((value, place) => ({ value, text: texts[place] ?? '' }));
}

function endLabels(
  series: readonly ChartSeries[],
  { x, y, top, bottom }: Pick<PlotLayout, 'x' | 'y' | 'top' | 'bottom'>,
  roomPx: number,
): readonly EndLabel[] {
  const [, lastX = Infinity] = x.domain();
  const ends = series.flatMap((line) => {
    const place = line.ys.findLastIndex((value, i) => Number.isFinite(y(value)) && (line.xs[i] ?? Infinity) <= lastX);
    if (place === -1) return [];
    const endY = Math.min(Math.max(y(line.ys[place] ?? 0), top), bottom);
    return [{ series: line, text: fitting(line.label, roomPx), x: x(line.xs[place] ?? 0), y: endY }];
  });
  const middles = placeLabels(
    ends.map((end) => end.y),
    rowPx,
    top - rowPx / 2,
    bottom + rowPx / 2,
  );
  return ends.map((end, place) => ({ ...end, labelY: middles[place] ?? end.y }));
}

function fitting(label: string, roomPx: number): string {
  const most = Math.floor(roomPx / charPx + 1e-6);
  return label.length > most ? `${label.slice(0, Math.max(0, most - 1)).trimEnd()}…` : label;
}
