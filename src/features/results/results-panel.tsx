import type { AppState } from '#state/app-state.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Progress } from '#ui/progress.tsx';
import { ResultsEmpty } from './results-empty.tsx';
import { TravelNote } from './travel-note.tsx';
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
  const travelNote = useAppStore((state) => state.travelNote);
  const words = useAppStore(waitingWords);
  const showDatabaseDialog = useAppStore((state) => state.showDatabaseDialog);
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
    case 'not-needed':
    case 'ready':
      return (
        <>
          {words !== null && <ResultsRunning key={words} words={words} />}
          {travelNote !== null && <TravelNote words={travelNote} hasResult={run !== null} />}
          {run !== null && (
            <ResultsView
              run={run}
              isOfNow={travelNote === null}
              onShowPlace={onShowPlace}
              onChangeLimit={() => showDatabaseDialog(true)}
            />
          )}
          {run === null && travelNote === null && <ResultsEmpty />}
        </>
      );
  }
}

/** What keeps the results waiting, or null. A try has a place of its own in the lesson. */
function waitingWords({ isRestarting, activity }: Pick<AppState, 'isRestarting' | 'activity'>): string | null {
  if (isRestarting) return 'Starting again…';
  if (activity?.kind === 'run') return 'Running…';
  return activity?.kind === 'check' ? 'Checking…' : null;
}
