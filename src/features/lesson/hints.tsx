import type { Root } from 'hast';
import { Prose } from './prose.tsx';
import styles from './hints.module.css';

interface HintsProps {
  readonly hints: readonly Root[];
  readonly shown: number;
}

/** The hints that were asked for. The list is always there, so that a screen reader hears each one as it appears. */
export function Hints({ hints, shown }: HintsProps) {
  return (
    <ol className={styles.hints} aria-label="Hints" aria-live="polite">
      {hints.slice(0, shown).map((hint, place) => (
        <li key={place} className={styles.hint}>
          <p className={styles.label}>
            Hint {place + 1} of {hints.length}
          </p>
          <Prose content={hint} size="small" />
        </li>
      ))}
    </ol>
  );
}
