import type { LabCard } from '#content/labs/lab-card.ts';
import type { LabLink } from './lab-link.ts';
import styles from './labs-list.module.css';

interface LabsListProps {
  readonly cards: readonly LabCard[];
  readonly Link: LabLink;
}

/** Every lab, to be opened on its own. */
export function LabsList({ cards, Link }: LabsListProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.heading}>Labs</h1>
        <p>
          Simulations to be turned about: set the parameters, play, step back, fork a moment into two futures. What you
          see depends on the parameters and the seed alone, so a link shows everyone the same.
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
