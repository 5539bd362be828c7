import { KeptSite } from './kept-site.ts';
import type { ServiceWorkerScope } from './service-worker-scope.ts';

/**
 * Keeps the whole site for use without a network, and answers from what is kept. The build bundles this file by itself
 * and fills in the list of files.
 *
 * A new release is fetched beside the old one and waits: the browser lets it take over when all pages of the old one are
 * closed, or a learner asks for it. Then pages that are still open go on with their own release, whose files stay until
 * the last of them is gone.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is a service worker's global scope
const worker = self as unknown as ServiceWorkerScope;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written out: the build looks for these very words
const files = (self as unknown as ServiceWorkerScope).siteFiles;
const site = new KeptSite(worker.registration.scope, files);

worker.addEventListener('install', (event) => event.waitUntil(site.keepAll()));

worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));

worker.addEventListener('fetch', (event) => {
  const answer = site.answer(event.request);
  if (answer !== null) event.respondWith(answer);
});

worker.addEventListener('message', (event) => {
  const { data, ports } = event;
  switch (data.type) {
    case 'SKIP_WAITING':
      void worker.skipWaiting();
      break;
    case 'list-files':
      ports[0]?.postMessage(files);
      // A page that asks has just been opened: perhaps in the place of the last old one.
      event.waitUntil(forgetOldFiles());
      break;
  }
});

async function takeOver(): Promise<void> {
  await site.noteOpenPages(await openPages());
  await worker.clients.claim();
  await forgetOldFiles();
}

async function forgetOldFiles(): Promise<void> {
  const open = new Set(await openPages());
  const before = await site.openedBefore();
  // A release that is on its way has put its files beside ours.
  const isNextComing = worker.registration.installing !== null || worker.registration.waiting !== null;
  if (!isNextComing && before.every((id) => !open.has(id))) await site.forgetOldFiles();
}

async function openPages(): Promise<readonly string[]> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.map(({ id }) => id);
}
