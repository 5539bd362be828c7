import { ChangeBadge, RowsBadge } from './change-badge.tsx';
import type { SchemaMarks } from '#core/catalog/schema-marks.ts';
import styles from './schema-view.module.css';

interface ChangeSummaryProps {
  readonly marks: SchemaMarks;
  readonly onShowTable: (name: string) => void;
}

/** What the last run, or going back or forth, changed, in one place above a schema that may be longer than the panel. */
export function ChangeSummary({ marks, onShowTable }: ChangeSummaryProps) {
  const tables = [...marks.tables];
  if (tables.length === 0 && marks.dropped.length === 0) return null;
  return (
    <section className={styles.summary} aria-label="Changed last">
      <h3>Last change</h3>
      <ul className={styles.summaryList}>
        {tables.map(([name, { change, rowsGained }]) => (
          <li key={name}>
            <button type="button" onClick={() => onShowTable(name)}>
              {name}
            </button>
            <ChangeBadge change={change} />
            <RowsBadge gained={rowsGained} />
          </li>
        ))}
        {marks.dropped.map((thing) => (
          <li key={`dropped ${thing}`}>
            <s>{thing}</s>
            <ChangeBadge change="dropped" />
          </li>
        ))}
      </ul>
    </section>
  );
}
