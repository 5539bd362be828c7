import { describeFailure } from '#content/checks/failure-words.ts';
import type { Lesson } from '#content/lesson.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import type { Result } from '#core/shared/result.ts';
import type { Opening } from '#state/database/lesson-openings.ts';
import { currentOf } from '#state/undo/undo-list.ts';
import { freshDesign } from '#state/schema-lab/fresh-design.ts';
import { freshExperiments } from '#state/schema-lab/experiment-slice.ts';
import { freshReview } from '#state/schema-lab/fresh-review.ts';
import { freshSchemaFile } from '#state/schema-lab/schema-file-slice.ts';
import { freshDiscovery } from '#state/normalization/fresh-discovery.ts';
import { freshDependencyEdits } from '#state/normalization/fresh-dependency-edits.ts';
import { freshDecompose } from '#state/normalization/fresh-decompose.ts';
import { freshJudge } from '#state/normalization/fresh-judge.ts';
import { freshNormalization } from '#state/normalization/fresh-normalization.ts';
import { freshTableLab } from '#state/normalization/fresh-table-lab.ts';
import { freshConstraintTests } from '#state/schema-lab/constraint-tests-slice.ts';
import { freshDeletePreview } from '#state/schema-lab/fresh-delete-preview.ts';
import { freshSchemaLab } from '#state/schema-lab/schema-lab-slice.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { recordOf } from './progress-slice.ts';

/** What belongs to one lesson and ends with it. */
export const freshLessonState = {
  currentStep: 0,
  isOpenedAgain: false,
  catalog: null,
  changes: null,
  lastRun: null,
  lastGoodRun: null,
  lastRunText: null,
  runCount: 0,
  transaction: 'idle',
  undoList: null,
  travelNote: null,
  grades: {},
  tries: {},
  labRuns: {},
  ...freshSchemaLab,
  ...freshDesign,
  ...freshReview,
  ...freshExperiments,
  ...freshSchemaFile,
  ...freshConstraintTests,
  ...freshDeletePreview,
  ...freshNormalization,
  ...freshDecompose,
  ...freshJudge,
  ...freshDiscovery,
  ...freshDependencyEdits,
  ...freshTableLab,
} satisfies Partial<AppState>;

/** Shows the state before a step, or why it could not be reached. */
export function showOpening(
  context: SliceContext,
  lesson: Lesson,
  stepIndex: number,
  opening: Result<Opening, SqlFailure>,
  how: 'opened' | 'reset' | 'resumed' = 'opened',
): void {
  const { set, get } = context;
  if (!opening.ok) {
    const message = `This lesson could not be prepared: ${describeFailure(opening.error)}. Nothing of yours is lost; reload the page to try again.`;
    return set({ database: { kind: 'failed', message }, undoList: null });
  }
  set({ database: { kind: 'ready' }, catalog: opening.value.catalog, transaction: 'idle' });
  moveTo(context, lesson, stepIndex);
  const list = get().undoList;
  if (how !== 'reset' || list === null) get().startUndoList(how === 'resumed' ? 'found' : 'opening');
  // As it was opened it may stand already.
  else if (currentOf(list).kind !== 'opening') get().keepEvent('Reset step');
}

/** Shows a step of a lesson that needs no database. */
export function showWithoutDatabase(context: SliceContext, lesson: Lesson, stepIndex: number): void {
  context.set({ database: { kind: 'not-needed' } });
  moveTo(context, lesson, stepIndex);
}

function moveTo({ set, get }: SliceContext, lesson: Lesson, stepIndex: number): void {
  const stepId = lesson.steps[stepIndex]?.id ?? null;
  set(({ grades }) => ({
    currentStep: stepIndex,
    isOpenedAgain: recordOf(get().records, lesson.id).passedSteps.some((id) => id === stepId),
    changes: null,
    lastRun: null,
    lastGoodRun: null,
    lastRunText: null,
    runCount: 0,
    travelNote: null,
    grades: Object.fromEntries(Object.entries(grades).filter(([id]) => id !== stepId)),
  }));
  get().changeRecord(lesson.id, () => ({ currentStep: stepId }));
}
