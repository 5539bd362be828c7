import type { SiteFile } from './site-file.ts';

/** What a service worker finds around it. TypeScript's own description of it cannot stand beside that of a page. */
export interface ServiceWorkerScope {
  /** Where the build writes the list of the site's files. */
  readonly siteFiles: readonly SiteFile[];
  readonly registration: ServiceWorkerRegistration;
  readonly clients: ServiceWorkerClients;
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(kind: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(
    kind: 'message',
    listener: (event: LastingEvent & MessageEvent<MessageToServiceWorker>) => void,
  ): void;
}

interface ServiceWorkerClients {
  claim(): Promise<void>;
  matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly { readonly id: string }[]>;
}

/** An event that is not over before a promise is settled. */
interface LastingEvent {
  waitUntil(task: Promise<unknown>): void;
}

interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** `SKIP_WAITING` is how workbox-window says it. */
export type MessageToServiceWorker = { readonly type: 'SKIP_WAITING' } | { readonly type: 'list-files' };
