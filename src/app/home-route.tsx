import { HomePanel } from '#features/home/home-panel.tsx';
import { LabsSummary } from '#features/lab/labs-summary.tsx';
import { allLabs } from './all-labs.ts';
import { AppLabLink } from './lab-link.tsx';
import { AppLessonLink } from './lesson-link.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { Shell } from './shell.tsx';
import styles from './lesson-page.module.css';
import { useCloseLesson } from './use-close-lesson.ts';
import { usePageTitle } from './use-page-title.ts';

/** Where this site's source is published; whoever builds it says so, and without it nothing links there. */
const source: string | undefined = import.meta.env['VITE_SOURCE_URL'];
const links =
  source === undefined
    ? null
    : { source, guide: `${source}/blob/main/docs/authoring.md`, licence: `${source}/blob/main/LICENSE` };

export function HomeRoute() {
  useCloseLesson();
  usePageTitle(null);
  return (
    <Shell>
      <main id="rowhouse-main" className={styles.reading} tabIndex={-1}>
        <PanelBoundary name="The course">
          <HomePanel Link={AppLessonLink} links={links} labs={<LabsSummary cards={allLabs} Link={AppLabLink} />} />
        </PanelBoundary>
      </main>
    </Shell>
  );
}
