import type { OpenLab } from '#state/labs/open-lab.ts';
import styles from './outdated-note.module.css';

/** Says of what is shown that a text beside it is not in it. */
export function OutdatedNote({ asked }: Pick<OpenLab, 'asked'>) {
  if (Object.keys(asked).length === 0) return null;
  return (
    <p className={styles.note} role="status">
      Not all that is written can be read yet: this is how it was before.
    </p>
  );
}
