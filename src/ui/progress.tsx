import { Progress as BaseProgress } from '@base-ui/react/progress';
import { useDelayed } from './use-delayed.ts';
import styles from './progress.module.css';

interface ProgressProps {
  /** What is being done, as in `Starting PostgreSQL`. */
  readonly label: string;
  /** From 0 to 1; null while nobody knows. */
  readonly fraction?: number | null;
}

/** Shows only after 300 ms: what is quicker needs no telling. */
export function Progress({ label, fraction = null }: ProgressProps) {
  if (!useDelayed(true)) return null;
  return (
    <BaseProgress.Root className={styles.root} value={fraction} max={1}>
      <BaseProgress.Label className={styles.label}>{label}</BaseProgress.Label>
      <BaseProgress.Track className={styles.track}>
        <BaseProgress.Indicator className={styles.indicator} />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
