import { useState, type ReactNode } from 'react';
import type { Moment } from '#content/labs/lab-kind.ts';
import { Button } from '#ui/button.tsx';
import { timeText } from './time-text.ts';
import styles from './lab-picture.module.css';

/** Draws a lab's own picture of a moment, or the table that says the same. */
export type DrawPicture = (kind: string, moment: Moment, as: 'picture' | 'table') => ReactNode;

interface LabPictureProps {
  /** Of the lab. */
  readonly kind: string;
  /** Of what is drawn: "The moment". */
  readonly title: string;
  readonly moment: Moment | null;
  /** The fork's, at the same time; undefined where there is no fork. */
  readonly fork: Moment | null | undefined;
  readonly forkedAtMs: number | null;
  readonly draw: DrawPicture;
}

/** The picture of the moment, beside that of the fork where there is one. */
export function LabPicture({ kind, title, moment, fork, forkedAtMs, draw }: LabPictureProps) {
  const [isTable, setIsTable] = useState(false);
  const as = isTable ? 'table' : 'picture';
  return (
    <div className={styles.picture}>
      <div className={styles.head}>
        <h2 className={styles.title} data-lab-place tabIndex={-1}>
          {fork === undefined ? title : `${title}, in two futures`}
        </h2>
        <Button onClick={() => setIsTable(!isTable)}>{isTable ? 'As a picture' : 'As a table'}</Button>
      </div>
      {fork === undefined ? (
        moment !== null && draw(kind, moment, as)
      ) : (
        <div className={styles.futures}>
          <section aria-label="As it was">
            <h3 className={styles.title}>As it was</h3>
            {moment !== null && draw(kind, moment, as)}
          </section>
          <section aria-label="The fork">
            <h3 className={styles.title}>The fork</h3>
            {fork === null ? (
              <p className={styles.none}>It begins at {timeText(forkedAtMs ?? 0)}: go there, or later.</p>
            ) : (
              draw(kind, fork, as)
            )}
          </section>
        </div>
      )}
    </div>
  );
}
