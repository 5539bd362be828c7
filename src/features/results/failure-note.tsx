import { CircleStop, CircleX } from 'lucide-react';
import { failureText, keptAfterRestart } from '#core/engine/failure-text.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { Button } from '#ui/button.tsx';
import { lineAt } from '#ui/line-at.ts';
import { keptText, skippedText } from './kept-text.ts';
import styles from './results.module.css';
import type { ShownRun } from './shown-run.ts';

interface FailureNoteProps {
  readonly run: ShownRun;
  readonly onShowPlace: (offset: number) => void;
  /** Shows where the time limit is set. */
  readonly onChangeLimit: () => void;
}

/** What failed and where, what PostgreSQL says about it, what was kept, and what was not run. */
export function FailureNote({ run, onShowPlace, onChangeLimit }: FailureNoteProps) {
  const { statements } = run.outcome;
  const place = statements.findIndex(({ kind }) => kind === 'failed');
  const statement = statements[place];
  if (statement?.kind !== 'failed') return null;

  const { failure } = statement;
  const { detail, hint, position } = failure.kind === 'statement' ? failure : {};
  const offset = run.offset + (position ?? statement.start);
  const line = lineAt(run.editorText, offset);
  const Icon = failure.kind === 'stopped' ? CircleStop : CircleX;
  return (
    <div className={styles.failure} data-kind={failure.kind} role="alert">
      <Icon aria-hidden="true" />
      <div className={styles.failureText}>
        <p>
          <Headline failure={failure} number={statements.length === 1 ? null : place + 1} />
        </p>
        {detail !== undefined && <p>{detail}</p>}
        {hint !== undefined && <p>Hint: {hint}</p>}
        <Aftermath outcome={run.outcome} failure={failure} />
      </div>
      {failure.kind === 'statement' && !run.isDrawing && (
        <Button onClick={() => onShowPlace(offset)}>Go to line {line}</Button>
      )}
      {failure.kind === 'stopped' && failure.limitMs !== undefined && (
        <Button onClick={onChangeLimit}>Change the limit</Button>
      )}
    </div>
  );
}

interface HeadlineProps {
  readonly failure: SqlFailure;
  /** Which statement of several, from 1. */
  readonly number: number | null;
}

function Headline({ failure, number }: HeadlineProps) {
  switch (failure.kind) {
    case 'statement':
      return (
        <>
          <strong>{number === null ? 'Failed' : `Statement ${number} failed`}</strong>
          <code>{failure.sqlState}</code> {failure.message}
        </>
      );
    case 'stopped':
    case 'engine-lost':
      return <strong>{number === null ? failureText(failure) : `Statement ${number}: ${inClause(failure)}`}</strong>;
  }
}

function inClause(failure: SqlFailure): string {
  const text = failureText(failure);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function Aftermath({ outcome, failure }: { readonly outcome: RunOutcome; readonly failure: SqlFailure }) {
  const kept = failure.kind === 'statement' ? keptText(outcome) : keptAfterRestart;
  const sentences = [kept, skippedText(outcome)].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : <p className={styles.aftermath}>{sentences.join(' ')}</p>;
}
