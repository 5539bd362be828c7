import styles from './fixed-value.module.css';

interface FixedValueProps {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
}

/** A field whose value can be read and not changed. */
export function FixedValue({ label, value, note }: FixedValueProps) {
  return (
    <dl className={styles.field}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      {note !== undefined && <dd className={styles.note}>{note}</dd>}
    </dl>
  );
}
