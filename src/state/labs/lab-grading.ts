import { isMetricCheck } from '#content/checks/metric.ts';
import { areGoalsReached, gradeMetricCheck, isJudgedByLabs, labsOf, type LabFigures } from '#content/grade-labs.ts';
import type { Lesson, Step } from '#content/lesson.ts';
import type { AppState, SliceContext } from '#state/app-state.ts';

/**
 * Passes every step that its labs have brought to all that is asked. As with questions, the learner need not have come
 * to it: nothing in the tables follows from a lab.
 */
export function passByLabs({ set, get }: Pick<SliceContext, 'set' | 'get'>, lesson: Lesson): void {
  const figures = labFigures(get());
  for (const [index, step] of lesson.steps.entries()) {
    if (!isJudgedByLabs(step) || !holds(step, figures)) continue;
    if (index === get().currentStep) set({ isOpenedAgain: false });
    get().passStep(lesson.id, step.id);
  }
}

/** Puts the labs of a step that is to be done again as the lesson sets them, and forgets their runs. */
export function resetLabs({ set, get }: Pick<SliceContext, 'set' | 'get'>, lesson: Lesson, step: Step): void {
  const ids = labsOf(step).map(({ id }) => id);
  if (ids.length === 0) return;
  set(({ labRuns }) => ({ labRuns: without(labRuns, ids) }));
  get().changeRecord(lesson.id, ({ labs }) => ({ labs: without(labs, ids) }));
  get().takeKeptValues();
}

export function labFigures({ labRuns }: Pick<AppState, 'labRuns'>): LabFigures {
  return new Map(Object.entries(labRuns));
}

function without<T>(byId: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(byId).filter(([id]) => !ids.includes(id)));
}

function holds(step: Step, figures: LabFigures): boolean {
  return (
    areGoalsReached(step, figures) &&
    step.checks.filter(isMetricCheck).every((check) => gradeMetricCheck(check, figures).ok)
  );
}
