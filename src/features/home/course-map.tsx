import type { Course } from '#content/lesson.ts';
import type { LessonLink } from './lesson-link.ts';
import { LessonRow } from './lesson-row.tsx';
import styles from './course-map.module.css';

interface CourseMapProps {
  readonly course: Course;
  /** By lesson id; a lesson never opened may be absent. */
  readonly passedSteps: Readonly<Record<string, readonly string[]>>;
  readonly Link: LessonLink;
}

/** The whole course in its order, and how far the learner is. */
export function CourseMap({ course, passedSteps, Link }: CourseMapProps) {
  return (
    <section className={styles.map} aria-labelledby="course">
      <h2 id="course" className={styles.heading}>
        The course
      </h2>
      {course.tracks.map((track) => (
        <section key={track.id} className={styles.track} aria-labelledby={`track-${track.id}`}>
          <header>
            <h3 id={`track-${track.id}`} className={styles.title}>
              {track.title}
            </h3>
            <p className={styles.summary}>{track.summary}</p>
          </header>
          <ol className={styles.lessons}>
            {track.lessons.map((lesson) => (
              <LessonRow key={lesson.id} lesson={lesson} passedSteps={passedSteps[lesson.id] ?? []} Link={Link} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
