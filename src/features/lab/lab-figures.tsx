import type { LabCard, MetricCard } from '#content/labs/lab-card.ts';
import type { Metrics } from '#content/labs/lab-kind.ts';
import { Figure } from '#ui/figure.tsx';
import { metricText } from './metric-text.ts';
import styles from './lab-figures.module.css';

interface LabFiguresProps {
  readonly card: Pick<LabCard, 'metrics' | 'mainMetric'>;
  /** Of the whole run, as far as it is computed. */
  readonly whole: Metrics;
  /** Up to the moment that is looked at. */
  readonly now: Metrics | null;
  /** The same of the fork, where there is one. */
  readonly fork: Metrics | null;
}

/** The one figure that matters, then all of them: over the whole run, and up to the moment. */
export function LabFigures({ card, whole, now, fork }: LabFiguresProps) {
  const main = card.metrics.find(({ name }) => name === card.mainMetric);
  return (
    <section className={styles.figures} aria-label="Figures">
      {main !== undefined && (
        <Figure
          label={main.label}
          value={textOf(main, whole)}
          note={main.note}
          {...(fork === null ? {} : { comparison: { label: 'in the fork', value: textOf(main, fork) } })}
        />
      )}
      <table className={styles.table}>
        <caption className={styles.caption}>Over the run</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">whole</th>
            {fork === null ? <th scope="col">so far</th> : <th scope="col">fork</th>}
          </tr>
        </thead>
        <tbody>
          {card.metrics.map((metric) => (
            <tr key={metric.name}>
              <th scope="row" title={metric.note}>
                {metric.label}
              </th>
              <td>{textOf(metric, whole)}</td>
              <td>{textOf(metric, fork ?? now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function textOf({ name, unit }: MetricCard, metrics: Metrics | null): string {
  return metricText(metrics?.[name], unit);
}
