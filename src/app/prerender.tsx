import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Route, Routes, StaticRouter } from 'react-router';
import { LessonPanel } from '#features/lesson/lesson-panel.tsx';
import type { LessonSummary } from '#content/lesson.ts';
import { createDiscoverer } from '#simulator/discovery/worker-discoverer.ts';
import { createSimulator } from '#simulator/worker-simulator.ts';
import { createAppStore, type AppStore } from '#state/app-store.ts';
import type { KeyValueStore } from '#state/services.ts';
import { AppStoreContext } from '#state/use-app-store.ts';
import { memoryVault } from '#storage/memory-vault.ts';
import { allLabs } from './all-labs.ts';
import { publishedCourse } from './course-source.ts';
import { HomeRoute } from './home-route.tsx';
import { labPath } from './lab-link.tsx';
import { LabRoute } from './lab-route.tsx';
import { LabsRoute } from './labs-route.tsx';
import { AppLessonLink, lessonPath } from './lesson-link.tsx';
import { LessonShell } from './lesson-shell.tsx';
import { NotFoundRoute } from './not-found-route.tsx';
import styles from './prerender.module.css';

/**
 * The pages as HTML that needs no script, rendered from the app's own components. `scripts/prerender.ts` writes them.
 *
 * Links begin with `rootMark`, which is replaced by the way from the page's folder to the site's root.
 */
export interface StaticPage {
  /** Below the site's root, without a slash at the beginning: `lessons/normal-forms/1nf/index.html`. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly html: string;
  /** The lesson whose chunk the page will ask for, or null. */
  readonly lessonId: string | null;
}

export const rootMark = '/rowhouse-root';

export async function renderPages(): Promise<readonly StaticPage[]> {
  const { course } = publishedCourse;
  const lessons = course.tracks.flatMap((track) => track.lessons);
  return [
    {
      file: 'index.html',
      title: `Rowhouse: ${course.title}`,
      description: 'Learn database design on a real PostgreSQL that runs in your own browser. Nothing to install.',
      html: render(newStore(), '/', <HomeRoute />),
      lessonId: null,
    },
    {
      file: '404.html',
      title: 'No such page: Rowhouse',
      description: 'There is no page at this address.',
      html: render(newStore(), '/404', <NotFoundRoute />),
      lessonId: null,
    },
    {
      file: `${labPath(null).slice(1)}index.html`,
      title: 'Labs: Rowhouse',
      description: 'Places to try database design out: on a live PostgreSQL, and in simulations to be turned about.',
      html: render(newStore(), labPath(null), <LabsRoute />),
      lessonId: null,
    },
    ...allLabs.map(renderLab),
    ...(await Promise.all(lessons.map(renderLesson))),
  ];
}

async function renderLesson({ id, title, summary }: LessonSummary): Promise<StaticPage> {
  const store = newStore();
  await openText(store, id);
  const page = (
    <LessonShell>
      <div className={styles.lesson}>
        <main id="rowhouse-main">
          <LessonPanel
            Link={AppLessonLink}
            onEditorFilled={() => undefined}
            onOpenLab={() => undefined}
            onWorkbench={() => undefined}
          />
        </main>
        <div className={styles.workbench} />
      </div>
    </LessonShell>
  );
  return {
    file: `${lessonPath(id).slice(1)}index.html`,
    title: `${title}: Rowhouse`,
    description: summary,
    html: render(store, lessonPath(id), page),
    lessonId: id,
  };
}

function renderLab({ kind, title, summary }: (typeof allLabs)[number]): StaticPage {
  const routes = (
    <Routes>
      <Route path="/labs/:kind" element={<LabRoute />} />
    </Routes>
  );
  return {
    file: `${labPath(kind).slice(1)}index.html`,
    title: `${title}: Rowhouse`,
    description: summary,
    html: render(newStore(), labPath(kind), routes),
    lessonId: null,
  };
}

function render(store: AppStore, path: string, page: ReactNode): string {
  return renderToStaticMarkup(
    // React reads the initial state when it renders without a browser; here that is the state the store has come to.
    <AppStoreContext value={{ ...store, getInitialState: store.getState }}>
      <StaticRouter basename={rootMark} location={rootMark + path}>
        {page}
      </StaticRouter>
    </AppStoreContext>,
  );
}

/** A reader who is here for the first time, before any database. */
function newStore(): AppStore {
  const storage: KeyValueStore = { isLasting: true, read: () => null, write: () => true, remove: () => undefined };
  return createAppStore({
    courseSource: publishedCourse,
    startEngine: () => new Promise(() => undefined),
    storage,
    simulator: createSimulator(),
    discovery: createDiscoverer(),
    vault: memoryVault(),
    saveFile: () => undefined,
    wallClock: () => 0,
  });
}

/** Resolves when the lesson's text is there; its database never will be. */
function openText({ getState, subscribe }: AppStore, lessonId: string): Promise<void> {
  return new Promise((done, fail) => {
    subscribe(({ lesson }) => {
      if (lesson.kind === 'open') done();
      if (lesson.kind === 'unavailable') fail(new Error(`The lesson ${lessonId} could not be rendered.`));
    });
    void getState().openLesson(lessonId);
  });
}
