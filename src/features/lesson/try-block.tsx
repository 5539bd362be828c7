import type { TryBlock as Try } from '#content/lesson.ts';
import type { TryState } from '#state/answer-slice.ts';
import { Button } from '#ui/button.tsx';
import { formatDuration } from '#ui/format-quantity.ts';
import { Spinner } from '#ui/spinner.tsx';
import { useElapsed } from '#ui/use-elapsed.ts';
import { SqlText } from './sql-text.tsx';
import { TryOutcome } from './try-outcome.tsx';
import styles from './try-block.module.css';

interface TryBlockProps {
  readonly block: Try;
  readonly state: TryState;
  readonly onRun: () => void;
  readonly onPutIntoEditor: () => void;
  readonly onChangeLimit: () => void;
}

/** SQL in the prose that runs where it stands, on a copy of what the learner has. */
export function TryBlock({ block, state, onRun, onPutIntoEditor, onChangeLimit }: TryBlockProps) {
  const isRunning = state.kind === 'running';
  return (
    <div className={styles.try}>
      <SqlText highlighted={block.highlighted} label="SQL" />
      <TryOutcome state={state} fails={block.fails} onChangeLimit={onChangeLimit} />
      <div className={styles.foot}>
        <p className={styles.note}>
          {block.fails !== null && state.kind === 'idle' ? 'Meant to fail. ' : ''}On a copy: your own tables stay as
          they are.
        </p>
        <div className={styles.buttons}>
          {' '}
          <Button variant="quiet" onClick={onPutIntoEditor}>
            Put into the editor
          </Button>
          <Button onClick={onRun} disabled={isRunning} focusableWhenDisabled>
            {isRunning ? <Running state={state} /> : state.kind === 'idle' ? 'Run' : 'Run again'}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Counts only when it takes longer than a glance. */
function Running({ state }: { readonly state: TryState }) {
  const elapsedMs = useElapsed(state);
  return (
    <>
      <Spinner />
      Running
      {elapsedMs >= 300 && <span className={styles.elapsed}>{formatDuration(elapsedMs)}</span>}
    </>
  );
}
