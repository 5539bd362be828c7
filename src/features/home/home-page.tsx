import type { ReactNode } from 'react';
import type { Course } from '#content/lesson.ts';
import { CourseMap } from './course-map.tsx';
import { Hero, type Resume } from './hero.tsx';
import type { LessonLink } from './lesson-link.ts';
import styles from './home-page.module.css';

interface HomePageProps {
  readonly course: Course;
  /** By lesson id; a lesson never opened may be absent. */
  readonly passedSteps: Readonly<Record<string, readonly string[]>>;
  readonly resume: Resume | null;
  readonly Link: LessonLink;
  /** The links to the labs, each with what it answers. */
  readonly labs: ReactNode;
  /** Null where nobody has said where the source is published. */
  readonly links: HomeLinks | null;
}

export interface HomeLinks {
  /** How to write a lesson. */
  readonly guide: string;
  readonly source: string;
  readonly licence: string;
}

export function HomePage({ course, passedSteps, resume, Link, labs, links }: HomePageProps) {
  const firstLessonId = course.tracks[0]?.lessons[0]?.id ?? null;
  return (
    <div className={styles.page}>
      <Hero resume={resume} firstLessonId={firstLessonId} Link={Link} />
      <CourseMap course={course} passedSteps={passedSteps} Link={Link} />
      <section className={styles.aside} aria-labelledby="labs">
        <h2 id="labs" className={styles.heading}>
          Labs
        </h2>
        {labs}
      </section>
      <section className={styles.aside} aria-labelledby="instructors">
        <h2 id="instructors" className={styles.heading}>
          For instructors
        </h2>
        <p>
          A lesson is one Markdown file, written with any text editor. Everything it claims is proven against PostgreSQL
          before it is published: the solution must pass, the starter and your sample mistakes must fail.{' '}
          {links !== null && <a href={links.guide}>Write a lesson</a>}
        </p>
      </section>
      <footer className={styles.footer}>
        {links === null ? (
          <p>Rowhouse is free software under the MIT licence.</p>
        ) : (
          <p>
            Rowhouse is free software under the <a href={links.licence}>MIT licence</a>; its{' '}
            <a href={links.source}>source</a> is open.
          </p>
        )}
        <p>Your progress is kept in this browser and nowhere else.</p>
      </footer>
    </div>
  );
}
