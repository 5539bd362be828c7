import styles from './spinner.module.css';

/** A small turning ring beside the words that say what is being waited for. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
