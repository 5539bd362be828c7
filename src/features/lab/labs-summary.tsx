import type { LabEntry } from './lab-entry.ts';
import type { LabLink } from './lab-link.ts';
import styles from './labs-summary.module.css';

interface LabsSummaryProps {
  readonly cards: readonly LabEntry[];
  readonly Link: LabLink;
}

/** The labs in a few lines, for the home page. */
export function LabsSummary({ cards, Link }: LabsSummaryProps) {
  return (
    <ul className={styles.labs}>
      {cards.map(({ kind, title, summary }) => (
        <li key={kind}>
          <Link kind={kind}>{title}</Link> {summary}
        </li>
      ))}
    </ul>
  );
}
