import { Check } from 'lucide-react';
import type { LessonSummary } from '#content/lesson.ts';
import { LessonHouse } from './lesson-house.tsx';
import type { LessonLink } from './lesson-link.ts';
import { lessonProgress } from './lesson-progress.ts';
import styles from './lesson-row.module.css';

interface LessonRowProps {
  readonly lesson: LessonSummary;
  readonly passedSteps: readonly string[];
  readonly Link: LessonLink;
}

/** One line of the course map. */
export function LessonRow({ lesson, passedSteps, Link }: LessonRowProps) {
  const progress = lessonProgress(lesson, passedSteps);
  return (
    <li className={styles.row}>
      <LessonHouse progress={progress} />
      <div className={styles.body}>
        <Link className={styles.title} lessonId={lesson.id}>
          {lesson.title}
        </Link>
        <p className={styles.summary}>{lesson.summary}</p>
      </div>
      <p className={styles.meta}>
        <span>{lesson.minutes} minutes</span>
        <span data-finished={progress.isFinished}>
          {progress.isFinished && <Check aria-hidden="true" />}
          {progress.words}
        </span>
      </p>
    </li>
  );
}
