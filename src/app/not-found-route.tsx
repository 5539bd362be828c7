import { NotFound } from '#features/home/not-found.tsx';
import { AppLessonLink } from './lesson-link.tsx';
import { Shell } from './shell.tsx';
import styles from './lesson-page.module.css';
import { usePageTitle } from './use-page-title.ts';

export function NotFoundRoute() {
  usePageTitle('No such page');
  return (
    <Shell>
      <main id="rowhouse-main" className={styles.reading} tabIndex={-1}>
        <NotFound Link={AppLessonLink} />
      </main>
    </Shell>
  );
}
