import { Button } from '#ui/button.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { Progress } from '#ui/progress.tsx';
import { useDelayed } from '#ui/use-delayed.ts';
import type { LabRunState } from '#state/labs/open-lab.ts';
import { timeText } from './time-text.ts';
import styles from './lab-run-note.module.css';

interface LabRunNoteProps {
  readonly run: LabRunState;
  /** "The run", or "The fork". */
  readonly name: string;
  /** It has one moment, and nothing that could be counted until it was cut off. */
  readonly isTimeless?: boolean;
  readonly onStop: () => void;
  readonly onRunAgain: () => void;
}

/** What must be said of a run: that it is being computed, that it was cut off, that it was lost. */
export function LabRunNote({ run, name, isTimeless = false, onStop, onRunAgain }: LabRunNoteProps) {
  switch (run.kind) {
    case 'running':
      return <Computing progress={run.progress} events={run.summary?.length ?? 0} name={name} onStop={onStop} />;
    case 'ended': {
      const { status, reachedMs, length } = run.summary;
      if (status.kind !== 'cut-off') return null;
      if (isTimeless) {
        return (
          <p className={styles.note} role="status">
            {status.reason}
          </p>
        );
      }
      return (
        <p className={styles.note} role="status">
          <strong>
            {name} ends after {timeText(reachedMs)}.
          </strong>{' '}
          {status.reason} What is shown is what was computed until then: {formatCount(length)} events.
        </p>
      );
    }
    case 'lost':
      return (
        <div className={styles.note} role="alert">
          <p>
            <strong>{name} was lost.</strong> {run.reason} Your parameters are kept.
          </p>
          <Button onClick={onRunAgain}>Compute it again</Button>
        </div>
      );
  }
}

interface ComputingProps {
  readonly progress: number;
  readonly events: number;
  readonly name: string;
  readonly onStop: () => void;
}

function Computing({ progress, events, name, onStop }: ComputingProps) {
  if (!useDelayed(true)) return null;
  return (
    <div className={styles.computing}>
      <Progress label={`${name} is being computed: ${formatCount(events)} events`} fraction={progress} />
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}
