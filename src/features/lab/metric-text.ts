import type { MetricCard } from '#content/labs/lab-card.ts';
import { formatMeasure } from '#ui/format-number.ts';

/** A metric as it is read: "143 ms", "81.2 %", "1,204", and a dash where nothing was measured. */
export function metricText(value: number | undefined, unit: MetricCard['unit']): string {
  return formatMeasure(value ?? Number.NaN, unit);
}
