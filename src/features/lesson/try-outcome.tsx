import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { statementWords } from '#core/engine/statement-words.ts';
import type { ReactNode } from 'react';
import type { TryState } from '#state/answer-slice.ts';
import { CheckMark } from './check-mark.tsx';
import { FailureDetails } from './failure-details.tsx';
import { InterruptionNote } from './interruption-note.tsx';
import { SmallResult } from './small-result.tsx';
import { judgeTry, type TryVerdict } from './try-verdict.ts';
import styles from './try-block.module.css';

interface TryOutcomeProps {
  readonly state: TryState;
  readonly fails: string | null;
  readonly onChangeLimit: () => void;
}

/** What a try did. The region is always there, so that a screen reader hears what appears in it. */
export function TryOutcome({ state, fails, onChangeLimit }: TryOutcomeProps) {
  return (
    <div className={styles.outcome} aria-live="polite">
      {state.kind === 'done' && (
        <>
          <Statements outcome={state.outcome} />
          <Verdict verdict={judgeTry(state.outcome, fails)} onChangeLimit={onChangeLimit} />
        </>
      )}
      {state.kind === 'unavailable' && <UnexpectedFailure failure={state.failure} onChangeLimit={onChangeLimit} />}
    </div>
  );
}

function Statements({ outcome }: { readonly outcome: RunOutcome }) {
  return outcome.statements.map((statement, place) => {
    if (statement.kind === 'skipped') return null;
    return (
      <div key={place} className={styles.statement}>
        {statement.kind === 'done' && <p className={styles.summary}>{statementWords(statement)}</p>}
        {statement.kind === 'done' && statement.result !== null && (
          <SmallResult caption={`Result of ${statement.command}`} result={statement.result} />
        )}
        {statement.notices.map((notice, index) => (
          <p key={index} className={styles.notice}>
            {notice.severity}: {notice.message}
          </p>
        ))}
      </div>
    );
  });
}

interface VerdictProps {
  readonly verdict: TryVerdict;
  readonly onChangeLimit: () => void;
}

function Verdict({ verdict, onChangeLimit }: VerdictProps) {
  switch (verdict.kind) {
    case 'worked':
      return null;
    case 'failed-as-meant':
      return (
        <Judged state="passed" words="Failed, as it should:">
          <FailureDetails failure={verdict.failure} isMeant />
        </Judged>
      );
    case 'failed':
      return <UnexpectedFailure failure={verdict.failure} onChangeLimit={onChangeLimit} />;
    case 'worked-by-mistake':
      return <Judged state="failed" words={`This should have failed with ${verdict.expected}, and went through.`} />;
  }
}

interface UnexpectedFailureProps {
  readonly failure: SqlFailure;
  readonly onChangeLimit: () => void;
}

function UnexpectedFailure({ failure, onChangeLimit }: UnexpectedFailureProps) {
  // Whoever stops it has seen what they wanted: that is no verdict.
  if (failure.kind !== 'statement') return <InterruptionNote failure={failure} onChangeLimit={onChangeLimit} />;
  return (
    <Judged state="failed" words="This was not meant to fail:">
      <FailureDetails failure={failure} />
    </Judged>
  );
}

interface JudgedProps {
  readonly state: 'passed' | 'failed';
  readonly words: string;
  readonly children?: ReactNode;
}

function Judged({ state, words, children }: JudgedProps) {
  return (
    <div className={styles.statement}>
      <p className={styles.judged}>
        <CheckMark state={state} />
        {words}
      </p>
      {children}
    </div>
  );
}
