import { formatMeasure } from '#ui/format-number.ts';
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
      <span className={styles.place}>{at === null ? '' : formatMeasure(at, x.unit ?? '', 4)}</span>
      <p className={styles.values} aria-live={isSpoken ? 'polite' : 'off'} aria-atomic="true">
        {series.map((line) => (
          <span key={line.id} className={styles.value}>
            <ToneSwatch tone={line.tone} dash={line.dash === true} />
            {line.label}
            {at !== null && <b> {formatMeasure(valueAt(line, at), y.unit ?? '')}</b>}
          </span>
        ))}
      </p>
    </div>
  );
}
