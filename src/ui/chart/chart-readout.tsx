import { formatMeasure } from '#ui/format-number.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { placeToRead, valueAt } from './chart-reading.ts';
import { twinOf, type ChartAxis, type ChartSeries } from './chart-series.ts';
import { ToneSwatch } from './tone-sign.tsx';
import styles from './line-chart.module.css';

interface ChartReadoutProps {
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  /** What is read, or null. */
  readonly at: number | null;
  readonly isSpoken: boolean;
  readonly dashMeans: string | undefined;
}

/** The legend, and the values of all series at one place. */
export function ChartReadout({ x, y, series, at, isSpoken, dashMeans }: ChartReadoutProps) {
  const valueText = (line: ChartSeries) =>
    at === null ? '' : formatMeasure(valueAt(line, placeToRead(line.xs, at)), y.unit ?? '');
  // Where the legend says what is dashed, a dashed line needs no name beside that of its solid twin.
  const isBesideTwin = (line: ChartSeries) => dashMeans !== undefined && twinOf(line, series) !== undefined;
  const named = series.filter((line) => !isBesideTwin(line));
  return (
    <div className={styles.readout}>
      <p className={styles.values} aria-live={isSpoken ? 'polite' : 'off'} aria-atomic="true">
        {named.map((line, place) => (
          <span key={line.id} className={styles.value}>
            <ToneSwatch tone={line.tone} dash={line.dash === true} />
            {line.label}
            {at !== null && <b> {valueText(line)}</b>}
            {series.map(
              (dashed) =>
                at !== null &&
                isBesideTwin(dashed) &&
                twinOf(dashed, series) === line && (
                  <span key={dashed.id} className={styles.twin}>
                    <ToneSwatch tone={dashed.tone} dash />
                    <VisuallyHidden>, {dashed.label}</VisuallyHidden>
                    <b> {valueText(dashed)}</b>
                  </span>
                ),
            )}
            {place < named.length - 1 && <VisuallyHidden>, </VisuallyHidden>}
          </span>
        ))}
        {dashMeans !== undefined && series.some((line) => line.dash === true) && (
          <span className={styles.dashMeans}>dashed: {dashMeans}</span>
        )}
      </p>
      {at !== null && <span className={styles.place}>{formatMeasure(at, x.unit ?? '', 4)}</span>}
    </div>
  );
}
