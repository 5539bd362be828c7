import { labsOf } from '#content/grade-labs.ts';
import type { Lab, Lesson } from '#content/lesson.ts';

/**
 * The lab that stands beside a step: its own first one; in a lesson that is about labs alone, where nothing else would
 * stand there, else that of the step before, or the first to come.
 */
export function labBeside(lesson: Lesson, stepIndex: number, isAlone: boolean): Lab | null {
  const steps = lesson.steps.map(labsOf);
  const own = steps[stepIndex]?.[0] ?? null;
  if (own !== null || !isAlone) return own;
  return steps.slice(0, stepIndex).flat().at(-1) ?? steps.flat()[0] ?? null;
}
