import { isMetricCheck } from '#content/checks/metric.ts';
import { areGoalsReached, gradeMetricCheck, isJudgedByLabs, labsOf, type LabFigures } from '#content/grade-labs.ts';
import type { Lesson, Step } from '#content/lesson.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { recordOf } from './progress-slice.ts';

/** Passes the steps that the learner has come to and that their labs have brought to all that is asked. */
export function passByLabs({ set, get }: Pick<SliceContext, 'set' | 'get'>, lesson: Lesson): void {
  const figures = labFigures(get());
  for (const [index, step] of lesson.steps.entries()) {
    if (!isJudgedByLabs(step) || !isReached(get(), lesson, index) || !holds(step, figures)) continue;
    if (index === get().currentStep) set({ isOpenedAgain: false });
    get().passStep(lesson.id, step.id);
  }
}

export function labFigures({ labRuns }: Pick<AppState, 'labRuns'>): LabFigures {
  return new Map(Object.entries(labRuns));
}

/** The runs without those of a step that is opened anew. */
export function runsWithout({ labRuns }: Pick<AppState, 'labRuns'>, step: Step | undefined): Pick<AppState, 'labRuns'> {
  const ids = step === undefined ? [] : labsOf(step).map(({ id }) => id);
  return { labRuns: Object.fromEntries(Object.entries(labRuns).filter(([id]) => !ids.includes(id))) };
}

function holds(step: Step, figures: LabFigures): boolean {
  return (
    areGoalsReached(step, figures) &&
    step.checks.filter(isMetricCheck).every((check) => gradeMetricCheck(check, figures).ok)
  );
}

/** The learner is at the step, or has been. */
export function isReached(
  { currentStep, records }: Pick<AppState, 'currentStep' | 'records'>,
  lesson: Lesson,
  index: number,
): boolean {
  const id = lesson.steps[index]?.id ?? '';
  return index <= currentStep || recordOf(records, lesson.id).passedSteps.includes(id);
}
