import type { Lesson } from '#content/lesson.ts';
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
        <li>real PostgreSQL 18, running in this page</li>
        <li>nothing leaves your computer</li>
      </ul>
    </header>
  );
}
