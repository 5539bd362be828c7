import { messageSW, Workbox } from 'workbox-window';
import type { AppStore } from '#state/app-store.ts';
import type { KeptFile } from '#state/offline-slice.ts';
import type { MessageToServiceWorker } from './service-worker-scope.ts';

const hourMs = 3_600_000;
const newVersionNotice = 'new-version';

/**
 * Has the site kept for use without a network, once the page has all that it needs itself, and says when a new version
 * waits. Nothing is ever reloaded but by the learner's own button.
 */
export async function keepOffline(store: AppStore, root: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await pageAtRest(store);
  const workbox = new Workbox(`${root}service-worker.js`, { scope: root, updateViaCache: 'none' });
  let isReloadWanted = false;
  workbox.addEventListener('waiting', () =>
    offerReload(
      store,
      'A new version of Rowhouse is ready. Reload when it suits you; your progress and your SQL are kept.',
      () => {
        isReloadWanted = true;
        workbox.messageSkipWaiting();
      },
    ),
  );
  workbox.addEventListener('controlling', ({ isUpdate = false }) => {
    if (isReloadWanted) return location.reload();
    if (!isUpdate) return;
    const text =
      'Another tab has gone on to a new version of Rowhouse. This one works as before; reload it when it suits you, your progress and your SQL are kept.';
    offerReload(store, text, () => location.reload());
  });
  try {
    await workbox.register({ immediate: true });
  } catch {
    // Not allowed here, or the network is gone: the site works without being kept.
    return;
  }
  lookForUpdates(workbox);
  const { active } = await navigator.serviceWorker.ready;
  if (active === null) return;
  const question: MessageToServiceWorker = { type: 'list-files' };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the service worker's answer to this question
  store.getState().reportKeptFiles((await messageSW(active, question)) as readonly KeptFile[]);
}

function offerReload({ getState }: AppStore, text: string, onAct: () => void): void {
  getState().notify({ id: newVersionNotice, tone: 'calm', text, actions: [{ label: 'Reload', onAct }] });
}

/** Resolves when nothing is being loaded for the page that is open: a lesson has its database, needs none, or has failed to get it. */
async function pageAtRest({ getState, subscribe }: AppStore): Promise<void> {
  const isAtRest = (): boolean => {
    const { lesson, database } = getState();
    const isDatabaseAtRest = database.kind !== 'off' && database.kind !== 'starting' && database.kind !== 'preparing';
    return lesson.kind === 'none' || lesson.kind === 'unavailable' || isDatabaseAtRest;
  };
  await new Promise<void>((done) => {
    if (isAtRest()) return done();
    const unsubscribe = subscribe(() => {
      if (!isAtRest()) return;
      unsubscribe();
      done();
    });
  });
  await new Promise<void>((done) => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 2_000 });
    else setTimeout(done, 500);
  });
}

/** A page may stay open for days: the browser itself asks only when a page is opened. */
function lookForUpdates(workbox: Workbox): void {
  let askedAtMs = performance.now();
  const ask = (): void => {
    if (document.visibilityState === 'hidden' || performance.now() - askedAtMs < hourMs) return;
    askedAtMs = performance.now();
    workbox.update().catch(() => undefined);
  };
  setInterval(ask, hourMs / 4);
  document.addEventListener('visibilitychange', ask);
}
