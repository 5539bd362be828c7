import { useId } from 'react';
import type { TableLab } from '#content/lesson.ts';
import { Button } from '#ui/button.tsx';
import styles from './lab-card.module.css';

interface TableLabCardProps {
  readonly lab: TableLab;
  readonly onOpen: () => void;
}

/** A lab in the text that is about a table of the lesson: the way to its panel. */
export function TableLabCard({ lab, onOpen }: TableLabCardProps) {
  const id = useId();
  return (
    <section className={styles.lab} aria-labelledby={id}>
      <header className={styles.head}>
        <p className={styles.kind}>Lab</p>
        <h3 id={id} className={styles.title}>
          The table <code>{lab.table}</code>
        </h3>
        <p className={styles.summary}>It opens in the workbench, with the rows that are there then.</p>
      </header>
      <div className={styles.foot}>
        <Button onClick={onOpen}>Open the lab</Button>
      </div>
    </section>
  );
}
