import { Button } from '#ui/button.tsx';
import { CheckList } from './check-list.tsx';
import { LabParameters } from './lab-parameters.tsx';
import type { LabState } from './lab-state.ts';
import styles from './lab-card.module.css';

interface LabCardProps {
  /** Unique on the page: ties the card to its heading. */
  readonly id: string;
  readonly state: LabState;
  readonly onOpen: () => void;
}

/** A lab in the text: what it asks, what it stands at, and the way in. Without scripts it is still a table to read. */
export function LabCard({ id, state, onOpen }: LabCardProps) {
  const { title, summary, goals, parameters, isPassed } = state;
  return (
    <section className={styles.lab} aria-labelledby={id}>
      <header className={styles.head}>
        <p className={styles.kind}>Lab</p>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        <p className={styles.summary}>{summary}</p>
      </header>
      {goals.length > 0 && (
        <div className={styles.goals}>
          <p className={styles.asked}>Your run must</p>
          <CheckList isBrief lines={goals} {...(isPassed ? { all: 'passed' } : {})} />
        </div>
      )}
      <LabParameters caption="It stands at" parameters={parameters} areMixed={goals.length > 0} />
      <div className={styles.foot}>
        <Button onClick={onOpen}>Open the lab</Button>
      </div>
    </section>
  );
}
