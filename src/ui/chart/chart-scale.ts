import { scaleLinear, scaleLog } from '@visx/scale';
import { formatNumber } from '#ui/format-number.ts';
import type { ChartAxis } from './chart-series.ts';

export type PlotScale = ReturnType<typeof scaleLinear<number>> | ReturnType<typeof scaleLog<number>>;

/** A scale for an axis, from `values` to pixels. `isNice` widens it to round ends. */
export function plotScale(
  axis: ChartAxis,
  values: Iterable<number>,
  range: readonly [number, number],
  isNice: boolean,
): PlotScale | null {
  const isLog = axis.scale === 'log';
  const domain = axis.domain ?? domainOf(values, isLog, isNice);
  if (domain === null || (isLog && domain[0] <= 0)) return null;
  const config = { domain: [...domain], range: [...range] };
  if (isLog) return scaleLog<number>(config);
  return scaleLinear<number>({ ...config, ...(isNice && axis.domain === undefined && { nice: 5 }) });
}

function domainOf(values: Iterable<number>, isLog: boolean, isNice: boolean): readonly [number, number] | null {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value) || (isLog && value <= 0)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) return null;
  if (isLog && least === most) return [least / 2, most * 2];
  if (isLog) return isNice ? [roundDown(least), roundUp(most)] : [least, most];
  // Heights are compared by eye, which needs the 0.
  if (isNice && least > 0) least = 0;
  if (isNice && most < 0) most = 0;
  return least === most ? [least, least + (Math.abs(least) || 1)] : [least, most];
}

const logSteps = [1, 2, 5, 10];

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return (logSteps.findLast((step) => step * power <= value * 1.000_001) ?? 1) * power;
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return (logSteps.find((step) => step * power >= value * 0.999_999) ?? 10) * power;
}

/** About `count` round values on the axis; whole ones where only those can be. */
export function plotTicks(axis: ChartAxis, scale: PlotScale, count: number, isWhole: boolean): readonly number[] {
  if (axis.scale === 'log') return logTicks(scale, count);
  // Shares are counted in percent: 0.25 of 1 is as round as 25.
  const ticks = scale.ticks(count);
  return isWhole && axis.unit !== '%' ? ticks.filter((tick) => Number.isInteger(tick)) : ticks;
}

function logTicks(scale: PlotScale, count: number): readonly number[] {
  const [least = 1, most = 10] = scale.domain();
  const firstPower = Math.floor(Math.log10(least) + 1e-9);
  const lastPower = Math.ceil(Math.log10(most) - 1e-9);
  const powers = Array.from({ length: lastPower - firstPower + 1 }, (_, i) => firstPower + i);
  const inside = (tick: number) => tick >= least * 0.999_999 && tick <= most * 1.000_001;
  const fine = powers.flatMap((power) => [1, 2, 5].map((step) => asWritten(step, power))).filter(inside);
  if (fine.length <= 2 * count) return fine;
  const decades = powers.map((power) => asWritten(1, power)).filter(inside);
  const every = Math.ceil(decades.length / (1.5 * count));
  return decades.filter((_, place) => place % every === 0);
}

/** 2 × 10⁻³ as 0.002, which a product of powers misses by a hair. */
function asWritten(step: number, power: number): number {
  return Number(`${step}e${power}`);
}

/** Ticks as they are printed, all with as many decimals as the finest needs; the unit stands at the axis. */
export function formatTicks(axis: ChartAxis, ticks: readonly number[]): readonly string[] {
  const shown = ticks.map((tick) => (axis.unit === '%' ? tick * 100 : tick));
  const texts = shown.map((tick) => formatNumber(tick, 6));
  if (axis.scale === 'log') return texts;
  const decimals = Math.max(0, ...texts.map((text) => text.split('.')[1]?.length ?? 0));
  if (decimals > 6) return texts;
  return shown.map((tick) =>
    tick
      .toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
      .replace('-', '−'),
  );
}

/** `waiting (requests)`. */
export function axisTitle(axis: ChartAxis): string {
  return axis.unit === undefined || axis.unit === '' ? axis.label : `${axis.label} (${axis.unit})`;
}
