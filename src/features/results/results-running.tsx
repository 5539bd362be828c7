import { Square } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { formatDuration } from '#ui/format-quantity.ts';
import { Spinner } from '#ui/spinner.tsx';
import { useElapsed } from '#ui/use-elapsed.ts';
import styles from './results.module.css';

/** Before this a run is not worth a word. */
const quietMs = 300;

/** A run that takes its time: how long it has, and the way to stop it. */
export function ResultsRunning({ onStop }: { readonly onStop: () => void }) {
  const elapsedMs = useElapsed(true);
  if (elapsedMs < quietMs) return null;
  return (
    <div className={styles.running}>
      <Spinner />
      <output>Running</output>
      <span className={styles.elapsed}>{formatDuration(elapsedMs)}</span>
      <Button onClick={onStop}>
        <Square aria-hidden="true" />
        Stop
      </Button>
    </div>
  );
}
