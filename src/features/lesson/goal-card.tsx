import type { ReactNode } from 'react';
import styles from './goal-card.module.css';

interface GoalCardProps {
  /** Unique on the page: ties the card to its heading. */
  readonly id: string;
  readonly title: ReactNode;
  /** Stands at the end of the heading's line, as in "2 of 4". */
  readonly aside?: ReactNode;
  readonly tone?: 'plain' | 'done' | 'ahead';
  readonly children?: ReactNode;
  /** The buttons. */
  readonly foot: ReactNode;
}

/** The frame of a goal, whatever its state. */
export function GoalCard({ id, title, aside, tone = 'plain', children, foot }: GoalCardProps) {
  return (
    <section className={styles.goal} data-tone={tone} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </header>
      {children}
      <div className={styles.foot}>{foot}</div>
    </section>
  );
}
