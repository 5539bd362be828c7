import { withUnit } from './format-number.ts';
import styles from './figure.module.css';

interface FigureProps {
  readonly label: string;
  /** As it is printed, as in `19.4`. */
  readonly value: string;
  readonly unit?: string;
  readonly note?: string;
  /** The same figure of something else: another future, the theory. */
  readonly comparison?: { readonly label: string; readonly value: string };
}

/** The one figure that matters, large, with what it is compared to. */
export function Figure({ label, value, unit = '', note, comparison }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dl className={styles.values}>
        <dt className={styles.label}>{label}</dt>
        <dd className={styles.value}>{withUnit(value, unit)}</dd>
        {comparison !== undefined && (
          <>
            <dt className={styles.label}>{comparison.label}</dt>
            <dd className={styles.compared}>{withUnit(comparison.value, unit)}</dd>
          </>
        )}
      </dl>
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </div>
  );
}
