import { labsOf } from '#content/grade-labs.ts';
import type { Lesson } from '#content/lesson.ts';
import { needsDatabase } from '#content/needs-database.ts';
import type { LessonPlace } from './lesson-place.ts';
import styles from './lesson-header.module.css';

interface LessonHeaderProps {
  readonly lesson: Lesson;
  readonly place: LessonPlace;
}

export function LessonHeader({ lesson, place }: LessonHeaderProps) {
  return (
    <header>
      <p className={styles.kicker}>
        {place.trackTitle} · {place.number} of {place.count}
      </p>
      <h1 className={styles.title}>{lesson.title}</h1>
      <ul className={styles.meta}>
        <li>{lesson.minutes} minutes</li>
        {runsIn(lesson) !== null && <li>{runsIn(lesson)}, running in this page</li>}
        <li>nothing leaves your computer</li>
      </ul>
    </header>
  );
}

/** What the reader works with, or null in a lesson that is only read. */
function runsIn(lesson: Lesson): string | null {
  // What it opens on follows from its own front matter.
  if (needsDatabase({ lesson, opening: [] })) return 'real PostgreSQL 18';
  return lesson.steps.some((step) => labsOf(step).length > 0) ? 'a simulation' : null;
}
