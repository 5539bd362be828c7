import { CircleX } from 'lucide-react';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { Button } from '#ui/button.tsx';
import { formatDuration } from '#ui/format-quantity.ts';
import { lineAt } from '#ui/line-at.ts';
import { keptText, skippedText } from './kept-text.ts';
import styles from './results.module.css';
import type { ShownRun } from './shown-run.ts';

interface FailureNoteProps {
  readonly run: ShownRun;
  readonly onShowPlace: (offset: number) => void;
}

/** What failed and where, what PostgreSQL says about it, what was kept, and what was not run. */
export function FailureNote({ run, onShowPlace }: FailureNoteProps) {
  const { statements } = run.outcome;
  const place = statements.findIndex(({ kind }) => kind === 'failed');
  const statement = statements[place];
  if (statement?.kind !== 'failed') return null;

  const { failure } = statement;
  const { detail, hint, position } = failure.kind === 'statement' ? failure : {};
  const offset = run.offset + (position ?? statement.start);
  const line = lineAt(run.editorText, offset);
  return (
    <div className={styles.failure} role="alert">
      <CircleX aria-hidden="true" />
      <div className={styles.failureText}>
        <p>
          <strong>{statements.length === 1 ? 'Failed' : `Statement ${place + 1} failed`}</strong>
          {failure.kind === 'statement' && <code>{failure.sqlState}</code>} {headline(failure)}
        </p>
        {detail !== undefined && <p>{detail}</p>}
        {hint !== undefined && <p>Hint: {hint}</p>}
        <Aftermath outcome={run.outcome} />
      </div>
      {failure.kind === 'statement' && <Button onClick={() => onShowPlace(offset)}>Go to line {line}</Button>}
    </div>
  );
}

function Aftermath({ outcome }: { readonly outcome: RunOutcome }) {
  const sentences = [keptText(outcome), skippedText(outcome)].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : <p className={styles.aftermath}>{sentences.join(' ')}</p>;
}

function headline(failure: SqlFailure): string {
  if (failure.kind === 'statement') return failure.message;
  const putBack = 'The database is back at its last kept state, and ready.';
  if (failure.kind === 'stopped') return `Stopped after ${formatDuration(failure.afterMs)}. ${putBack}`;
  return `PostgreSQL broke down: ${failure.reason}. ${putBack}`;
}
