import type { Quiz } from './lesson.ts';

/** Whether exactly the right options were chosen; `chosen` holds their places, from 0. */
export function isRightAnswer(quiz: Quiz, chosen: readonly number[]): boolean {
  return quiz.options.every((option, index) => option.right === chosen.includes(index));
}
