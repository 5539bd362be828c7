import '#ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { matchPath } from 'react-router';
import { App } from '#app/app.tsx';
import { browserServices } from '#app/browser-services.ts';
import { createRouter } from '#app/routes.tsx';
import { siteRoot } from '#app/site-root.ts';
import { createAppStore, type AppStore } from '#state/app-store.ts';

keepLinksInPlace();
const root = siteRoot(import.meta.url);
const store = createAppStore(browserServices());
await openFirstLesson(store);
const container = document.getElementById('rowhouse');
if (container === null) throw new Error('The page has no element with the id rowhouse.');
createRoot(container).render(
  <StrictMode>
    <App store={store} router={createRouter(root)} />
  </StrictMode>,
);

// Loaded when the page stands; in development files change under any cache.
if (import.meta.env.PROD) {
  void import('#app/offline/keep-offline.ts').then(({ keepOffline }) => keepOffline(store, root));
}
if (import.meta.hot) import.meta.hot.on('rowhouse:lessons', () => void store.getState().reloadLesson());

/** Relative links in the head would follow the address when the app goes to another page. */
function keepLinksInPlace(): void {
  const links = document.querySelectorAll<HTMLLinkElement>(
    'link:is([rel=icon], [rel=apple-touch-icon], [rel=manifest])',
  );
  for (const link of links) link.href = new URL(link.href).href;
}

/**
 * The page already shows the lesson's text, written into it when the site was built. Waiting for the same text before
 * the app takes the page over keeps it from flickering.
 */
function openFirstLesson({ getState, subscribe }: AppStore): Promise<void> {
  const path = location.pathname.slice(root.length - 1);
  const params = matchPath('/lessons/:track/:lesson', path)?.params;
  if (params === undefined) return Promise.resolve();
  return new Promise((done) => {
    const unsubscribe = subscribe(({ lesson }) => {
      if (lesson.kind === 'none' || lesson.kind === 'loading') return;
      unsubscribe();
      done();
    });
    void getState().openLesson(`${params.track}/${params.lesson}`);
  });
}
