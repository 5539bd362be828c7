export type PageFound =
  | { readonly kind: 'page'; readonly url: string }
  /** The page lies in a folder, and its links count from there: the address must end in a slash. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'unknown' };

/** What a static host does with an address: `path` is from the site's root on, `urls` are the files as listed. */
export function findPage(path: string, urls: { has(url: string): boolean }): PageFound {
  const folder = path.replace(/(^|\/)index\.html$/, '$1');
  if (urls.has(folder)) return { kind: 'page', url: folder };
  return urls.has(`${path}/`) ? { kind: 'moved', to: `${path}/` } : { kind: 'unknown' };
}
