import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { FailureNote } from './failure-note.tsx';
import styles from './results.module.css';
import type { ShownRun } from './shown-run.ts';
import { StatementList } from './statement-list.tsx';
import { StatementResult } from './statement-result.tsx';
import { runWords } from './run-words.ts';
import { TransactionNote } from './transaction-note.tsx';
import { useRunCount } from './use-run-count.ts';

interface ResultsViewProps {
  readonly run: ShownRun;
  /** False when it is shown again because what came after it was undone. */
  readonly isOfNow: boolean;
  /** Shows an offset of the editor's text. */
  readonly onShowPlace: (offset: number) => void;
  /** Shows where the time limit is set. */
  readonly onChangeLimit: () => void;
}

/** What came of a run: the failure first, then each statement with its rows. */
export function ResultsView({ run, isOfNow, onShowPlace, onChangeLimit }: ResultsViewProps) {
  const { statements, transaction } = run.outcome;
  const runCount = useRunCount(run.outcome);
  const only = statements.length === 1 ? statements[0] : undefined;
  return (
    <div className={styles.results}>
      <TransactionNote status={transaction} />
      <FailureNote run={run} onShowPlace={onShowPlace} onChangeLimit={onChangeLimit} />
      {statements.length === 0 && <p className={styles.done}>There was no statement to run.</p>}
      {only !== undefined && only.kind !== 'skipped' && <StatementResult key={runCount} statement={only} />}
      {statements.length > 1 && <StatementList key={runCount} statements={statements} />}
      <VisuallyHidden>
        <output>{isOfNow ? runWords(run.outcome) : ''}</output>
      </VisuallyHidden>
    </div>
  );
}
