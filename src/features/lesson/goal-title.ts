import { goalsOf, isJudgedByLabs } from '#content/grade-labs.ts';
import type { Step } from '#content/lesson.ts';

/** Stands over the lines of a goal, each of which completes it. */
export function goalTitle(step: Step): string {
  if (isJudgedByLabs(step)) return 'Your run must';
  return goalsOf(step).length === 0 ? 'Your answer must' : 'Your answer and your run must';
}
