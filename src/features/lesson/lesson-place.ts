import type { LessonSummary } from '#content/lesson.ts';

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
