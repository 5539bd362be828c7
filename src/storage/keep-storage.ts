/**
 * Asks the browser not to clear this site's storage when the disk gets full. Chromium and Safari decide for themselves,
 * by how the site is used, and show nothing. Firefox interrupts with a question; what it asks about is already kept until
 * the learner clears it or the disk is full, so there nothing is asked. Over plain http there is nothing to ask.
 */
export function keepStorage({ storage, userAgent }: BrowserStorage): void {
  if (storage === undefined || userAgent.includes('Firefox/')) return;
  // A refusal changes nothing: what is stored stays as long as the browser lets it.
  storage.persist().catch(() => undefined);
}

/** As much of `navigator` as is asked. */
interface BrowserStorage {
  readonly storage?: Pick<StorageManager, 'persist'> | undefined;
  readonly userAgent: string;
}
