import { useAppStore } from '#state/use-app-store.ts';
import { Progress } from '#ui/progress.tsx';
import { ResultsEmpty } from './results-empty.tsx';
import { ResultsRunning } from './results-running.tsx';
import { ResultsView } from './results-view.tsx';
import styles from './results.module.css';

interface ResultsPanelProps {
  /** Shows an offset of the editor's text. */
  readonly onShowPlace: (offset: number) => void;
}

/** What came of the last run; before it, and while another is under way, what is being waited for. */
export function ResultsPanel({ onShowPlace }: ResultsPanelProps) {
  const database = useAppStore((state) => state.database);
  const run = useAppStore((state) => state.lastRun);
  const isRunning = useAppStore(({ activity }) => activity?.kind === 'run' || activity?.kind === 'check');
  const stopRun = useAppStore((state) => state.stopRun);
  switch (database.kind) {
    case 'starting':
      return (
        <div className={styles.waiting}>
          <Progress label="Starting PostgreSQL" />
        </div>
      );
    case 'preparing':
      return (
        <div className={styles.waiting}>
          <Progress label="Preparing the tables" fraction={database.done / database.total} />
        </div>
      );
    case 'failed':
      return (
        <p className={styles.waiting} role="alert">
          {database.message}
        </p>
      );
    case 'off':
    case 'ready':
      return (
        <>
          {isRunning && <ResultsRunning onStop={() => void stopRun()} />}
          {run === null ? <ResultsEmpty /> : <ResultsView run={run} onShowPlace={onShowPlace} />}
        </>
      );
  }
}
