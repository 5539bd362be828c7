import { Spinner } from '#ui/spinner.tsx';
import { useDelayed } from '#ui/use-delayed.ts';
import styles from './results.module.css';

interface ResultsRunningProps {
  /** What is being waited for, as in `Running`. */
  readonly words: string;
}

/** Stands over the results of an earlier run while the next one takes its time. Time and Stop are in the bar. */
export function ResultsRunning({ words }: ResultsRunningProps) {
  if (!useDelayed(true)) return null;
  return (
    <div className={styles.running}>
      <Spinner />
      <output>{words}</output>
    </div>
  );
}
