import type { Anomaly, Showing } from '#core/normalization/anomalies/anomaly-ground.ts';
import { ShowingView } from './showing-view.tsx';
import styles from './decomposition.module.css';

interface AnomalyCardProps {
  readonly anomaly: Anomaly;
  readonly table: string;
}

/** One of the three anomalies, on the table and after the split. */
export function AnomalyCard({ anomaly: { kind, whole, parts }, table }: AnomalyCardProps) {
  const { title, asks } = words[kind];
  return (
    <article className={styles.card}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.note}>{asks}</p>
      <div className={styles.sides}>
        <ShowingView title={`On ${table}, as it is`} about={title} showing={whole} />
        {!isSameReason(whole, parts) && <ShowingView title="After the split" about={title} showing={parts} />}
      </div>
    </article>
  );
}

/** What cannot be shown of the table for want of rows cannot be shown of its parts. */
function isSameReason(one: Showing, other: Showing): boolean {
  return one.kind === 'impossible' && other.kind === 'impossible' && one.reason === other.reason;
}

const words: Readonly<Record<Anomaly['kind'], { readonly title: string; readonly asks: string }>> = {
  insertion: { title: 'Insertion', asks: 'Can a new fact be written down alone?' },
  update: { title: 'Update', asks: 'Can one fact come to be told in two ways?' },
  deletion: { title: 'Deletion', asks: 'Does a fact go that nobody meant to delete?' },
};
