import type { Course, LessonSummary } from '#content/lesson.ts';

/** Where a lesson stands in the course. */
export interface LessonPlace {
  readonly trackTitle: string;
  /** Counts from 1. */
  readonly number: number;
  readonly count: number;
  /** The lesson after it in its track, or null at the track's end. */
  readonly next: LessonSummary | null;
  /** Every lesson of the track is finished, this one included. */
  readonly isTrackFinished: boolean;
}

/** Finds a lesson's place; null for one that no track lists. */
export function placeOf(course: Course, lessonId: string, isFinished: (lesson: LessonSummary) => boolean): LessonPlace {
  const track = course.tracks.find(({ lessons }) => lessons.some(({ id }) => id === lessonId));
  const lessons = track?.lessons ?? [];
  const index = lessons.findIndex(({ id }) => id === lessonId);
  return {
    trackTitle: track?.title ?? '',
    number: index + 1,
    count: lessons.length,
    next: lessons[index + 1] ?? null,
    isTrackFinished: lessons.length > 0 && lessons.every(isFinished),
  };
}
