import { withoutArchive } from '#core/catalog/archive-schema.ts';
import { findingKey, fixScript, type Finding, type Fix } from '#core/review/finding.ts';
import { reviewSchema } from '#core/review/review-schema.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { AppState, SliceContext } from '#state/app-state.ts';
import { currentOf } from '#state/undo/undo-list.ts';
import { runSql } from '#state/workbench-slice.ts';
import { freshReview, type ReviewState } from './fresh-review.ts';
import { manyQuestions } from './ask-database.ts';

export interface ReviewSlice {
  readonly review: ReviewState;
  /** Why the last fix did not run; null when it did. */
  readonly fixFailure: string | null;
  /** Findings that are meant so, by their keys. */
  readonly dismissedFindings: readonly string[];
  readonly startReview: () => Promise<void>;
  /** Runs a fix as the learner's own SQL, and reviews again. */
  readonly runFix: (fix: Fix) => Promise<void>;
  readonly dismissFinding: (finding: Finding, isDismissed: boolean) => void;
}

export function createReviewSlice(context: SliceContext): ReviewSlice {
  const { set, get, session, during } = context;

  const reviewNow = async (): Promise<void> => {
    const database = session.lesson;
    if (database === null) return;
    const show = (review: ReviewState): void => {
      if (session.lesson === database) set({ review });
    };
    show({ kind: 'running', progress: { done: 0, total: 0 } });
    // The one at hand may be older than a statement that was just answered.
    const catalog = await database.catalog();
    if (!catalog.ok) {
      return show({ kind: 'failed', message: `The tables could not be read: ${failureText(catalog.error)}` });
    }
    const ask = manyQuestions(context, database);
    const reviewed = await reviewSchema(
      withoutArchive(catalog.value),
      (sql) => (session.lesson === database ? ask(sql) : Promise.resolve(null)),
      (progress) => show({ kind: 'running', progress }),
    );
    if (reviewed.ok) return show({ kind: 'ready', review: reviewed.value, state: stateOf(get()) });
    if (reviewed.error.kind === 'gone') return;
    show({ kind: 'failed', message: `The review was not finished: ${failureText(reviewed.error)}` });
  };

  return {
    ...freshReview,
    startReview: async () => {
      if (get().review.kind === 'running') return;
      set({ fixFailure: null });
      await during('probe', reviewNow);
    },

    runFix: async (fix) => {
      const database = session.lesson;
      if (database === null) return;
      let failure: string | null = null;
      let hasRun = false;
      await during('run', async () => {
        // It stands nowhere in the editor: what it says is not to be marked there.
        const outcome = await runSql(context, fixScript(fix, get().transaction !== 'idle'), 0, 'drawing');
        if (outcome === null) return;
        hasRun = true;
        const failed = outcome.statements.find((statement) => statement.kind === 'failed');
        failure = failed === undefined ? null : failureText(failed.failure);
      });
      // Something else was running: a key was pressed twice.
      if (!hasRun) return;
      if (session.lesson !== database) return;
      set({ fixFailure: failure });
      if (failure === null) await during('probe', reviewNow);
    },

    dismissFinding: (finding, isDismissed) =>
      set(({ dismissedFindings }) => {
        const key = findingKey(finding);
        const others = dismissedFindings.filter((other) => other !== key);
        return { dismissedFindings: isDismissed ? [...others, key] : others };
      }),
  };
}

/** Whether the database is another than the one that was reviewed. A run that only read shares the state before it. */
export function isReviewStale(state: Pick<AppState, 'review' | 'undoList'>): boolean {
  return state.review.kind === 'ready' && state.review.state !== stateOf(state);
}

function stateOf({ undoList }: Pick<AppState, 'undoList'>): SnapshotId | null {
  return undoList === null ? null : currentOf(undoList).state;
}
