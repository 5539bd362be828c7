import { useAppStore } from '#state/use-app-store.ts';
import { ResultsEmpty } from './results-empty.tsx';
import { ResultsRunning } from './results-running.tsx';
import { ResultsView } from './results-view.tsx';

interface ResultsPanelProps {
  /** Shows an offset of the editor's text. */
  readonly onShowPlace: (offset: number) => void;
}

/** What came of the last run; while another is under way, how long it takes. */
export function ResultsPanel({ onShowPlace }: ResultsPanelProps) {
  const run = useAppStore((state) => state.lastRun);
  const isRunning = useAppStore(({ activity }) => activity?.kind === 'run' || activity?.kind === 'check');
  const stopRun = useAppStore((state) => state.stopRun);
  return (
    <>
      {isRunning && <ResultsRunning onStop={() => void stopRun()} />}
      {run === null ? <ResultsEmpty /> : <ResultsView run={run} onShowPlace={onShowPlace} />}
    </>
  );
}
