import type { Verdict } from './checks/check-kind.ts';
import { comparisonWords, holds, type Comparison } from './comparison.ts';
import type { MetricCard } from './labs/lab-card.ts';
import type { Metrics } from './labs/lab-kind.ts';

/** What is asked of a figure, as a clause that completes "Your run must …". */
export function describeFigure(metric: MetricCard, is: Comparison): string {
  return `bring “${metric.label}” to ${asked(metric, is)}`;
}

/** Whether a figure of a run is as it must be, and what was found. */
export function figureVerdict(metric: MetricCard, is: Comparison, metrics: Metrics): Verdict {
  const figure = metrics[metric.name] ?? Number.NaN;
  if (holds(is, figure)) return { ok: true, message: `${metric.label}: ${writeFigure(figure, metric)}.` };
  const finding = `${metric.label}: ${writeMissed(figure, metric, is)}`;
  return { ok: false, message: `${finding}; asked for is ${asked(metric, is)}.`, finding: `${finding}.` };
}

function asked(metric: MetricCard, is: Comparison): string {
  return comparisonWords(is, (number) => writeFigure(number, metric, mostDigits));
}

/** What doubles keep of a decimal fraction for certain. */
const mostDigits = 15;

/** With as many digits as it takes to see that it is not what was asked for: 20.04 ms, not 20, where 20 would do. */
function writeMissed(figure: number, metric: MetricCard, is: Comparison): string {
  if (Number.isNaN(figure)) return 'nothing was measured';
  for (let digits = 3; digits < mostDigits; digits += 1) {
    if (!holds(is, rounded(figure, digits))) return writeFigure(figure, metric, digits);
  }
  return writeFigure(figure, metric, mostDigits);
}

/** A figure with its unit, as in "143 ms" or "14.3 %", or its name; whole digits are never rounded away. */
function writeFigure(figure: number, { unit, ranks }: MetricCard, digits = 3): string {
  const name = ranks?.[figure];
  if (name !== undefined) return name;
  const shown = unit === '%' ? rounded(figure, mostDigits) * 100 : figure;
  const number = rounded(shown, digits).toLocaleString('en', { maximumSignificantDigits: mostDigits });
  return unit === '' ? number : `${number} ${unit}`;
}

function rounded(figure: number, digits: number): number {
  if (!Number.isFinite(figure)) return figure;
  const whole = Math.trunc(Math.abs(figure)).toString().length;
  return Number(figure.toPrecision(Math.min(mostDigits, Math.max(digits, whole))));
}
