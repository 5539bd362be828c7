import styles from './connection-lanes.module.css';

/** Hatches, so that no state is told by its colour alone. */
export function LanePatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-opening`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={styles.ground} data-mark="opening" width="6" height="6" />
        <line className={styles.hatch} data-mark="opening" x1="1.5" x2="1.5" y1="0" y2="6" />
      </pattern>
      <pattern id={`${id}-failed`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className={styles.ground} data-mark="failed" width="6" height="6" />
        <path className={styles.hatch} data-mark="failed" d="M1 1L5 5M5 1L1 5" />
      </pattern>
      <pattern id={`${id}-slow`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={styles.ground} data-mark="slow" width="9" height="9" />
        <line className={styles.hatch} data-mark="slow" x1="2" x2="2" y1="0" y2="9" />
      </pattern>
      <pattern id={`${id}-leaked`} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect className={styles.ground} data-mark="leaked" width="7" height="7" />
        <path className={styles.hatch} data-mark="leaked" d="M0 0L7 7M7 0L0 7" />
      </pattern>
      <pattern id={`${id}-bad`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect className={styles.ground} data-mark="bad" width="5" height="5" />
        <line className={styles.hatch} data-mark="bad" x1="1" x2="1" y1="0" y2="5" />
      </pattern>
    </defs>
  );
}
