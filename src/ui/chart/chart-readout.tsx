import { formatMeasure } from '#ui/format-number.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { valueAt } from './chart-reading.ts';
import type { ChartAxis, ChartSeries } from './chart-series.ts';
import { ToneSwatch } from './tone-sign.tsx';
import styles from './line-chart.module.css';

interface ChartReadoutProps {
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  /** What is read, or null. */
  readonly at: number | null;
  readonly isSpoken: boolean;
}

/** The legend, and the values of all series at one place. */
export function ChartReadout({ x, y, series, at, isSpoken }: ChartReadoutProps) {
  return (
    <div className={styles.readout}>
      <p className={styles.values} aria-live={isSpoken ? 'polite' : 'off'} aria-atomic="true">
        {series.map((line, place) => (
          <span key={line.id} className={styles.value}>
            <ToneSwatch tone={line.tone} dash={line.dash === true} />
            {line.label}
            {at !== null && <b> {formatMeasure(valueAt(line, at), y.unit ?? '')}</b>}
            {place < series.length - 1 && <VisuallyHidden>, </VisuallyHidden>}
          </span>
        ))}
      </p>
      {at !== null && <span className={styles.place}>{formatMeasure(at, x.unit ?? '', 4)}</span>}
    </div>
  );
}
