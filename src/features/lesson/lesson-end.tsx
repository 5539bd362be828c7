import type { Lesson } from '#content/lesson.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import type { LessonLink } from './lesson-link.ts';
import type { LessonPlace } from './lesson-place.ts';
import { ResetButton } from './reset-button.tsx';
import type { StepState } from './step-state.ts';
import styles from './lesson-end.module.css';

/** The id of the last heading, where the last step leads. */
export const lessonEndId = 'lesson-end';

interface LessonEndProps {
  readonly lesson: Lesson;
  readonly place: LessonPlace;
  readonly steps: readonly StepState[];
  readonly Link: LessonLink;
  readonly onResetLesson: () => void;
}

/** What was reached, and where to go from here. */
export function LessonEnd({ lesson, place, steps, Link, onResetLesson }: LessonEndProps) {
  const passed = steps.filter((step) => step.isPassed).length;
  const isFinished = passed === steps.length;
  return (
    <footer className={styles.end}>
      <h2 id={lessonEndId} className={styles.title} tabIndex={-1}>
        {endTitle(isFinished, place)}
      </h2>
      <p className={styles.words}>
        {isFinished
          ? `You have done every step of “${lesson.title}”.`
          : `${passed} of ${steps.length} steps done. You can go on and come back: what you have passed is kept.`}
      </p>
      {place.next !== null && (
        <div className={styles.next}>
          <p className={styles.nextTitle}>
            <Link lessonId={place.next.id}>{place.next.title}</Link>
            <small>{place.next.minutes} minutes</small>
          </p>
          <p>{place.next.summary}</p>
        </div>
      )}
      <div className={styles.buttons}>
        {place.next !== null && (
          <ButtonLink variant={isFinished ? 'primary' : 'plain'} render={<Link lessonId={place.next.id} />}>
            Next lesson
          </ButtonLink>
        )}
        <ButtonLink render={<Link lessonId={null} />}>All lessons</ButtonLink>
        <ResetButton
          label="Start the lesson again"
          variant="quiet"
          scope="lesson"
          losesWork={steps.some((step) => step.isPassed || step.losesWork)}
          onReset={onResetLesson}
        />
      </div>
    </footer>
  );
}

function endTitle(isFinished: boolean, place: LessonPlace): string {
  if (place.isTrackFinished) return `You have finished ${place.trackTitle}`;
  if (isFinished) return 'Lesson finished';
  return place.next === null ? `The last lesson of ${place.trackTitle}` : 'Next lesson';
}
