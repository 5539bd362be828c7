import type { LessonSummary } from '#content/lesson.ts';
import { formatQuantity } from '#ui/format-quantity.ts';

export interface LessonProgress {
  readonly passed: number;
  readonly total: number;
  readonly isFinished: boolean;
  /** "4 steps", "2 of 4 steps", "Finished". */
  readonly words: string;
}

/** How far a learner is in a lesson; `passedSteps` may name steps that the lesson no longer has. */
export function lessonProgress({ steps }: LessonSummary, passedSteps: readonly string[]): LessonProgress {
  const passed = steps.filter(({ id }) => passedSteps.includes(id)).length;
  const total = steps.length;
  const isFinished = total > 0 && passed === total;
  return { passed, total, isFinished, words: progressWords(passed, total, isFinished) };
}

function progressWords(passed: number, total: number, isFinished: boolean): string {
  if (isFinished) return 'Finished';
  const steps = formatQuantity(total, 'step');
  return passed === 0 ? steps : `${passed} of ${steps}`;
}
