import { hasLabGoal } from '#content/grade-labs.ts';
import type { Lesson, Step } from '#content/lesson.ts';

/** Nothing is asked in it: it is passed by going on. */
export function isOnlyRead(step: Step): boolean {
  return step.checks.length === 0 && !hasLabGoal(step) && step.blocks.every(({ kind }) => kind !== 'quiz');
}

/** The step the learner was at, or the next one that is still to be done; the last one of a finished lesson. */
export function whereToGoOn(lesson: Lesson, currentStep: string | null, passedSteps: readonly string[]): number {
  const isOpen = ({ id }: Step): boolean => !passedSteps.includes(id);
  const current = lesson.steps.findIndex(({ id }) => id === currentStep);
  const next = lesson.steps.findIndex((step, index) => index >= current && isOpen(step));
  if (next !== -1) return next;
  const left = lesson.steps.findIndex(isOpen);
  return left === -1 ? Math.max(0, lesson.steps.length - 1) : left;
}

export function isFinished({ steps }: Lesson, passedSteps: readonly string[]): boolean {
  return steps.every(({ id }) => passedSteps.includes(id));
}
