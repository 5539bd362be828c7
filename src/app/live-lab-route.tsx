import { lazy, Suspense, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { LiveLab } from '#content/labs/live-labs.ts';
import { playgroundId } from '#content/playground.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { datasetParameter } from './dataset-parameter.ts';
import { PanelBoundary } from './panel-boundary.tsx';
import { Shell } from './shell.tsx';
import { usePageTitle } from './use-page-title.ts';
import styles from './live-lab.module.css';

// The diagram and its forms are for who opens the lab.
const LiveLabPage = lazy(() => import('./live-lab-page.tsx').then((module) => ({ default: module.LiveLabPage })));

/** A lab on a live database, on a page of its own, with the dataset that the address names. */
export function LiveLabRoute({ lab }: { readonly lab: LiveLab }) {
  const [parameters] = useSearchParams();
  const dataset = parameters.get(datasetParameter) ?? lab.dataset;
  const openLesson = useAppStore((state) => state.openLesson);
  useEffect(() => void openLesson(playgroundId(lab.kind, dataset)), [openLesson, lab.kind, dataset]);
  usePageTitle(lab.title);
  return (
    <Shell crumb={<b>{lab.title}</b>}>
      <PanelBoundary name="The lab">
        <Suspense fallback={<Introduction lab={lab} />}>
          <LiveLabPage lab={lab} dataset={dataset} />
        </Suspense>
      </PanelBoundary>
    </Shell>
  );
}

/** What the page says before its scripts are there. */
function Introduction({ lab }: { readonly lab: LiveLab }) {
  return (
    <main id="rowhouse-main" className={styles.page} tabIndex={-1}>
      <header className={styles.head}>
        <h1 className={styles.title}>{lab.title}</h1>
        <p>{lab.summary}</p>
      </header>
    </main>
  );
}
