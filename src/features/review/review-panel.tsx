import { ClipboardCheck, TriangleAlert } from 'lucide-react';
import { hasArchive } from '#core/catalog/archive-schema.ts';
import { isReviewStale } from '#state/schema-lab/review-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Progress } from '#ui/progress.tsx';
import { ReviewResult } from './review-result.tsx';
import styles from './review.module.css';

/** The review of the live design: what will bite, why, and the SQL that mends it. */
export function ReviewPanel() {
  const review = useAppStore((state) => state.review);
  const isReady = useAppStore((state) => state.database.kind === 'ready');
  const isFree = useAppStore((state) => state.database.kind === 'ready' && state.activity === null);
  const transaction = useAppStore((state) => state.transaction);
  const dismissed = useAppStore((state) => state.dismissedFindings);
  const start = useAppStore((state) => state.startReview);
  const runFix = useAppStore((state) => state.runFix);
  const reuse = useAppStore((state) => state.replaceDraft);
  const dismiss = useAppStore((state) => state.dismissFinding);

  if (review.kind === 'none') {
    return (
      <EmptyState icon={ClipboardCheck} title="Nothing reviewed yet">
        <p>A review reads your tables, asks their rows, and says what will bite, why, and how to mend it.</p>
        <Button variant="primary" disabled={!isReady} focusableWhenDisabled onClick={() => void start()}>
          Review the design
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={styles.review}>
      <div className={styles.bar}>
        <Button disabled={!isFree} focusableWhenDisabled onClick={() => void start()}>
          Review again
        </Button>
        <ReviewNotes />
      </div>
      {review.kind === 'running' && <Running />}
      {review.kind === 'failed' && (
        <p className={styles.problem} role="alert">
          {review.message} Your tables are as they were.
          {transaction === 'failed' && ' End the failed transaction with ROLLBACK, then review again.'}
        </p>
      )}
      {review.kind === 'ready' && (
        <ReviewResult
          review={review.review}
          dismissed={dismissed}
          isInTransaction={transaction !== 'idle'}
          canRun={isFree && transaction !== 'failed'}
          onRun={(fix) => void runFix(fix)}
          onReuse={reuse}
          onDismiss={dismiss}
        />
      )}
    </div>
  );
}

/** What the reader must know of the review at hand: that it is old, of less than is drawn, or that a fix has failed. */
function ReviewNotes() {
  const isStale = useAppStore(isReviewStale);
  const drawn = useAppStore((state) => state.edits.length);
  const fixFailure = useAppStore((state) => state.fixFailure);
  const leavesArchive = useAppStore(({ catalog }) => catalog !== null && hasArchive(catalog));
  return (
    <>
      <p role="status" className={styles.note}>
        {isStale && (
          <>
            <TriangleAlert aria-hidden="true" />
            The database has changed since: review it again.
          </>
        )}
      </p>
      {drawn > 0 && (
        <p className={styles.note}>Of what is live. What you have drawn and not run is not reviewed yet.</p>
      )}
      {leavesArchive && <p className={styles.note}>The lesson’s archive, the schema kept, is left out.</p>}
      {fixFailure !== null && (
        <p className={styles.problem} role="alert">
          The fix did not run: {fixFailure}. Nothing was changed.
        </p>
      )}
    </>
  );
}

function Running() {
  const progress = useAppStore(({ review }) => (review.kind === 'running' ? review.progress : null));
  const stop = useAppStore((state) => state.stopRun);
  const { done, total } = progress ?? { done: 0, total: 0 };
  return (
    <div className={styles.running}>
      <Progress label="Asking the rows" fraction={total === 0 ? null : done / total} />
      <Button variant="quiet" onClick={() => void stop()}>
        Stop
      </Button>
    </div>
  );
}
