import type { LabEntry } from './lab-entry.ts';
import type { LabLink } from './lab-link.ts';
import styles from './labs-list.module.css';

interface LabsListProps {
  readonly cards: readonly LabEntry[];
  readonly Link: LabLink;
}

/** Every lab, to be opened on its own. */
export function LabsList({ cards, Link }: LabsListProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.heading}>Labs</h1>
        <p>
          Places to try things out, without a lesson around them. Some work on a live PostgreSQL with a data set of your
          choice; the others are simulations: set the parameters, play, step back, fork a moment into two futures.
        </p>
      </header>
      <ul className={styles.labs}>
        {cards.map(({ kind, title, summary }) => (
          <li key={kind} className={styles.lab}>
            <h2 className={styles.title}>
              <Link kind={kind}>{title}</Link>
            </h2>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
