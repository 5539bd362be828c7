import { failureText, keptAfterRestart } from '#core/engine/failure-text.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { Button } from '#ui/button.tsx';
import styles from './interruption-note.module.css';

interface InterruptionNoteProps {
  /** A stop, a limit or a loss: no answer of PostgreSQL's. */
  readonly failure: Exclude<SqlFailure, { kind: 'statement' }>;
  /** Shows where the time limit is set. */
  readonly onChangeLimit: () => void;
}

/** Why something in the lesson did not come to its end, and what is still there. */
export function InterruptionNote({ failure, onChangeLimit }: InterruptionNoteProps) {
  const isLimit = failure.kind === 'stopped' && failure.limitMs !== undefined;
  return (
    <div className={styles.note}>
      <p>
        <strong>{failureText(failure)}</strong> {keptAfterRestart}
      </p>
      {isLimit && <Button onClick={onChangeLimit}>Change the limit</Button>}
    </div>
  );
}
