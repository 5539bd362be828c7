import { ButtonLink } from '#ui/button-link.tsx';
import type { LessonLink } from './lesson-link.ts';
import { SplitFigure } from './split-figure.tsx';
import styles from './hero.module.css';

/** Where the learner stopped last. */
export interface Resume {
  readonly lessonId: string;
  readonly lessonTitle: string;
  readonly stepId: string;
  readonly stepTitle: string;
}

interface HeroProps {
  /** Null before the first lesson was opened. */
  readonly resume: Resume | null;
  readonly firstLessonId: string | null;
  readonly Link: LessonLink;
}

/** What this is, shown and said; and the way in. */
export function Hero({ resume, firstLessonId, Link }: HeroProps) {
  return (
    <header className={styles.hero}>
      <div className={styles.words}>
        <h1 className={styles.title}>Learn database design by breaking a real database.</h1>
        <p className={styles.lead}>
          Each lesson starts with tables that work until somebody edits them. You run the SQL that makes them lie, then
          build them so that they cannot. PostgreSQL itself is the judge: by the rows you kept, and by what your tables
          now refuse.
        </p>
        <WayIn resume={resume} firstLessonId={firstLessonId} Link={Link} />
        <p className={styles.need}>
          You need to know <code>select</code> and <code>insert</code>. PostgreSQL 18 runs in this page: nothing to
          install, nothing leaves your computer.
        </p>
      </div>
      <SplitFigure />
    </header>
  );
}

function WayIn({ resume, firstLessonId, Link }: HeroProps) {
  if (resume !== null) {
    return (
      <div className={styles.way}>
        <ButtonLink variant="primary" render={<Link lessonId={resume.lessonId} stepId={resume.stepId} />}>
          Continue where I was
        </ButtonLink>
        <p className={styles.where}>
          <b>{resume.lessonTitle}</b>, “{resume.stepTitle}”
        </p>
      </div>
    );
  }
  if (firstLessonId === null) return null;
  return (
    <div className={styles.way}>
      <ButtonLink variant="primary" render={<Link lessonId={firstLessonId} />}>
        Start with the first lesson
      </ButtonLink>
    </div>
  );
}
