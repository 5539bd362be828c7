import { LabsList } from '#features/lab/labs-list.tsx';
import { allLabs } from './all-labs.ts';
import { AppLabLink } from './lab-link.tsx';
import styles from './lesson-page.module.css';
import { Shell } from './shell.tsx';
import { useCloseLesson } from './use-close-lesson.ts';
import { usePageTitle } from './use-page-title.ts';

/** Every lab, each to be opened on its own. */
export function LabsRoute() {
  useCloseLesson();
  usePageTitle('Labs');
  return (
    <Shell>
      <main id="rowhouse-main" className={styles.reading} tabIndex={-1}>
        <LabsList cards={allLabs} Link={AppLabLink} />
      </main>
    </Shell>
  );
}
