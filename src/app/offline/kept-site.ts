import { findPage } from './find-page.ts';
import type { SiteFile } from './site-file.ts';

/** How many files are fetched at a time, so that a learner's own requests are not kept waiting. */
const lanes = 3;

/**
 * The site as it is kept in the browser: all of its files, in one cache for all releases. A file whose name has a hash in
 * it is kept under its address, any other under its address and revision; so a release fetches only what it changes, and
 * the files of two releases can lie side by side.
 */
export class KeptSite {
  readonly #root: URL;
  readonly #files: ReadonlyMap<string, SiteFile>;
  readonly #cacheName: string;

  /** The address of the site's root, with its slash. Several sites may share an origin, and with it all caches. */
  constructor(root: string, files: readonly SiteFile[]) {
    this.#root = new URL(root);
    this.#files = new Map(files.map((file) => [file.url, file]));
    this.#cacheName = `rowhouse ${this.#root.pathname}`;
  }

  /** Fetches what is not there yet. Fails when one file does, and keeps those that have arrived for the next attempt. */
  async keepAll(): Promise<void> {
    const cache = await this.#cache();
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    const missing = [...this.#files.values()].filter((file) => !kept.has(this.#keyOf(file))).values();
    const fetchOn = async (): Promise<void> => {
      for (const file of missing) await this.#fetchAndKeep(cache, file);
    };
    await Promise.all(Array.from({ length: lanes }, fetchOn));
  }

  /** Answers from what is kept, or null for a request that is not for the site's own files. */
  answer(request: Request): Promise<Response> | null {
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== this.#root.origin) return null;
    if (!pathname.startsWith(this.#root.pathname)) return null;
    const path = decodeURIComponent(pathname.slice(this.#root.pathname.length));
    return request.mode === 'navigate' ? this.#openPage(path, request) : this.#readFile(path, request);
  }

  /** Takes away what neither this release needs nor a page that was opened before it. */
  async forgetOldFiles(): Promise<void> {
    const cache = await this.#cache();
    const needed = new Set([...this.#files.values()].map((file) => this.#keyOf(file)));
    const old = (await cache.keys()).filter(({ url }) => !needed.has(url));
    await Promise.all(old.map((request) => cache.delete(request)));
  }

  /** Writes down which pages were open before this release: they still need the files of theirs. */
  async noteOpenPages(ids: readonly string[]): Promise<void> {
    const cache = await this.#cache();
    await cache.put(this.#openPagesKey, Response.json(ids));
  }

  async openedBefore(): Promise<readonly string[]> {
    const cache = await this.#cache();
    const noted = await cache.match(this.#openPagesKey);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `noteOpenPages` alone
    return noted === undefined ? [] : ((await noted.json()) as readonly string[]);
  }

  async #openPage(path: string, request: Request): Promise<Response> {
    const found = findPage(path, this.#files);
    if (found.kind === 'page') return this.#readFile(found.url, request);
    if (found.kind === 'moved') {
      const { search } = new URL(request.url);
      return Response.redirect(new URL(found.to + search, this.#root), 301);
    }
    try {
      // A newer release may have it.
      return await fetch(request);
    } catch {
      const page = await this.#readFile('404.html', request);
      return new Response(page.body, { status: 404, headers: page.headers });
    }
  }

  async #readFile(path: string, request: Request): Promise<Response> {
    const cache = await this.#cache();
    const file = this.#files.get(path);
    // Without a place in the list it may be a file of the release that the page is of.
    const kept = await cache.match(file === undefined ? request : this.#keyOf(file));
    if (kept !== undefined) return kept;
    if (file === undefined) return fetch(request);
    // The browser may have thrown it away.
    await this.#fetchAndKeep(cache, file);
    return (await cache.match(this.#keyOf(file))) ?? fetch(request);
  }

  async #fetchAndKeep(cache: Cache, file: SiteFile): Promise<void> {
    const address = new URL(file.url, this.#root);
    const response = await fetch(address, { cache: file.revision === null ? 'default' : 'no-cache' });
    const isPage = /(^|\/|\.html)$/.test(file.url);
    const isHtml = response.headers.get('content-type')?.startsWith('text/html') === true;
    // A network that asks to log in first, and some hosts, answer everything with a page.
    if (!response.ok || isHtml !== isPage) throw new Error(`${address.href} is not there (${response.status}).`);
    // Browsers refuse to open a page by a response that came from another address.
    const { body, headers } = response;
    await cache.put(this.#keyOf(file), response.redirected ? new Response(body, { headers }) : response);
  }

  #keyOf({ url, revision }: SiteFile): string {
    const address = new URL(url, this.#root);
    if (revision !== null) address.searchParams.set('revision', revision);
    return address.href;
  }

  get #openPagesKey(): string {
    return new URL('?open-pages', this.#root).href;
  }

  #cache(): Promise<Cache> {
    return caches.open(this.#cacheName);
  }
}
