import type { LessonMoment } from '#state/undo/lesson-moment.ts';

/** The state that a moment stands for, as one goes to it: `after run 3`. */
export function placeName(moment: LessonMoment): string {
  switch (moment.kind) {
    case 'run':
      return `after run ${moment.id}`;
    case 'event':
      return `after “${moment.title}”`;
    case 'found':
      return 'the step as you left it';
    case 'opening':
      return 'the step as it was opened';
  }
}
