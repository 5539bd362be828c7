import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import type { LabCard } from '#content/labs/lab-card.ts';
import { labCards, pageOf } from '#content/labs/lab-cards.ts';
import { liveLabs } from '#content/labs/live-labs.ts';
import { LabIntroduction } from '#features/lab/lab-introduction.tsx';
import { LiveLabRoute } from './live-lab-route.tsx';
import { NotFoundRoute } from './not-found-route.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { Shell } from './shell.tsx';
import { useCloseLesson } from './use-close-lesson.ts';
import { usePageTitle } from './use-page-title.ts';
import styles from './lab-page.module.css';

// Graphs and pictures are for who opens a lab.
const LabPage = lazy(() => import('./lab-page.tsx').then((module) => ({ default: module.LabPage })));

/** The lab that the address names, on a page of its own. */
export function LabRoute() {
  const { kind = '' } = useParams();
  const live = liveLabs.find((lab) => lab.kind === kind);
  if (live !== undefined) return <LiveLabRoute lab={live} />;
  const card = [...labCards.values()].find((each) => pageOf(each) === kind);
  return card === undefined ? <NotFoundRoute /> : <SimulatedLabRoute key={kind} card={card} />;
}

function SimulatedLabRoute({ card }: { readonly card: LabCard }) {
  useCloseLesson();
  usePageTitle(card.title);
  return (
    <Shell crumb={<b>{card.title}</b>}>
      <main id="rowhouse-main" className={styles.page} tabIndex={-1}>
        <PanelBoundary name="The lab">
          <header className={styles.head}>
            <h1 className={styles.title}>{card.title}</h1>
            <p>{card.summary}</p>
          </header>
          <Suspense fallback={<LabIntroduction card={card} />}>
            <LabPage card={card} />
          </Suspense>
        </PanelBoundary>
      </main>
    </Shell>
  );
}
