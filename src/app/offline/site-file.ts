import type { KeptFile } from '#state/offline-slice.ts';

/** A file of the built site, as the service worker keeps it. */
export interface SiteFile extends KeptFile {
  /** Null where the name itself tells the contents: it has a hash in it, and never stands for other bytes. */
  readonly revision: string | null;
}
