/**
 * Where the site lies on its host: `/`, or `/some-repo/`. Nobody tells the page; it follows from where its own script
 * was loaded from (`<root>assets/…` when built, `<root>src/…` in development).
 */
export function siteRoot(scriptUrl: string): string {
  const { pathname } = new URL(scriptUrl);
  return pathname.replace(/(assets|src)\/[^/]*$/, '');
}
