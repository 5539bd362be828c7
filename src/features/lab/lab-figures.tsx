import type { LabCard, MetricCard } from '#content/labs/lab-card.ts';
import type { Metrics } from '#content/labs/lab-kind.ts';
import { Figure } from '#ui/figure.tsx';
import { formatMeasure } from '#ui/format-number.ts';
import styles from './lab-figures.module.css';

interface LabFiguresProps {
  readonly card: Pick<LabCard, 'metrics' | 'mainMetric' | 'alarm'>;
  /** Of the whole run, as far as it is computed; where there is a fork, since it began. */
  readonly run: Metrics;
  /** Up to the moment that is looked at; in a lab without time there is no other. */
  readonly now: Metrics | null | 'the same';
  /** The fork's, since it began; null where there is none. */
  readonly fork: Metrics | null;
  /** The run is still being computed. */
  readonly isPartial: boolean;
}

/** The one figure that matters, then all of them: over the whole run and up to the moment, or of the two futures. */
export function LabFigures({ card, run, now, fork, isPartial }: LabFiguresProps) {
  const main = card.metrics.find(({ name }) => name === card.mainMetric);
  const alarm = card.metrics.find(({ name }) => name === card.alarm);
  const alarming = alarm === undefined ? 0 : Math.max(run[alarm.name] ?? 0, fork?.[alarm.name] ?? 0);
  const beside = fork ?? now;
  const heads =
    beside === 'the same'
      ? ['is']
      : fork === null
        ? [isPartial ? 'computed' : 'whole', 'to now']
        : ['as it was', 'fork'];
  // Where nothing is still to be measured, a figure that was not has no meaning here.
  const shown = beside === 'the same' ? card.metrics.filter(({ name }) => !Number.isNaN(run[name])) : card.metrics;
  return (
    <div className={styles.figures}>
      {main !== undefined && (
        <Figure
          label={main.label}
          value={textOf(main, run)}
          note={main.note}
          {...(fork === null ? {} : { comparison: { label: 'in the fork', value: textOf(main, fork) } })}
        />
      )}
      {alarm !== undefined && alarming > 0 && (
        <p className={styles.alarm}>
          {alarm.label}: <b>{textOf(alarm, run)}</b>
          {fork !== null && (
            <>
              , in the fork <b>{textOf(alarm, fork)}</b>
            </>
          )}
        </p>
      )}
      <table className={styles.table}>
        <caption className={styles.caption}>
          {beside === 'the same' ? 'All figures' : fork === null ? 'Over the run' : 'Since the fork'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((metric) => (
            <tr key={metric.name}>
              <th scope="row" title={metric.note}>
                {metric.label}
              </th>
              <td>{textOf(metric, run)}</td>
              {beside !== 'the same' && <td>{textOf(metric, beside)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function textOf({ name, unit, ranks }: MetricCard, metrics: Metrics | null): string {
  const figure = metrics?.[name] ?? Number.NaN;
  return ranks?.[figure] ?? formatMeasure(figure, unit);
}
