import { ButtonLink } from '#ui/button-link.tsx';
import type { LessonLink } from './lesson-link.ts';
import styles from './not-found.module.css';

/** For an address that leads nowhere. */
export function NotFound({ Link }: { readonly Link: LessonLink }) {
  return (
    <section className={styles.page}>
      <p className={styles.query}>
        <code>select * from pages where address = this_one;</code>
        <span>0 rows</span>
      </p>
      <h1 className={styles.title}>There is no such page</h1>
      <p className={styles.words}>The address may be mistyped, or a lesson has moved. Every lesson is on the map.</p>
      <ButtonLink variant="primary" render={<Link lessonId={null} />}>
        All lessons
      </ButtonLink>
    </section>
  );
}
