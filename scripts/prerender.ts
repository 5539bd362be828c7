import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as prerendered from '#app/prerender.tsx';

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
}

/** What every page is made of. */
interface BuiltSite {
  /** The page as Vite wrote it, with the app's scripts and styles. */
  readonly template: string;
  readonly manifest: Readonly<Record<string, ManifestEntry>>;
  /** Where the site is published, with its slash, or null. */
  readonly address: string | null;
  /** Stands in links for the site's root; the router leaves the slash after it out where a link leads to the root. */
  readonly rootPattern: RegExp;
}

/**
 * Writes every page of the built site as a file of its own: its text readable before any script has run, its title and
 * description where search engines and link previews look for them. Runs on the output of the build.
 *
 * SITE_URL, where it is set, is the address under which the site is published; it makes previews' links whole.
 */
export async function prerender(folder: string): Promise<void> {
  const rendered = join('.cache/prerender', resolve(folder).replaceAll(/[^\w-]+/g, '-'));
  await build({ logLevel: 'warn', build: { ssr: 'src/app/prerender.tsx', outDir: rendered, emptyOutDir: true } });
  const bundle = pathToFileURL(resolve(rendered, 'prerender.js')).href;
  const { renderPages, rootMark } = (await import(bundle)) as typeof prerendered;
  const site: BuiltSite = {
    template: await readFile(join(folder, 'index.html'), 'utf8'),
    manifest: JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as BuiltSite['manifest'],
    address: process.env['SITE_URL']?.replace(/\/?$/, '/') ?? null,
    rootPattern: new RegExp(`${rootMark}/?`, 'g'),
  };
  const pages = await renderPages();
  for (const page of pages) {
    const file = join(folder, page.file);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, pageHtml(site, page));
  }
  console.log(`${pages.length} pages written to ${folder}/`);
}

function pageHtml(site: BuiltSite, page: prerendered.StaticPage): string {
  // A host shows 404.html at any depth, so only the site's whole address leads from there to its root.
  const root = page.file === '404.html' ? (site.address ?? '/') : '../'.repeat(page.file.split('/').length - 1) || './';
  return (
    site.template
      .replaceAll(/(href|src)="\.\//g, `$1="${root}`)
      // By a function: in a text, `$&` and the like would stand for pieces of the page.
      .replace(/<title>.*?<\/title>/, () => headOf(site, page, root))
      .replace(
        '<div id="rowhouse"></div>',
        () => `<div id="rowhouse">${page.html.replaceAll(site.rootPattern, root)}</div>`,
      )
  );
}

function headOf({ manifest, address }: BuiltSite, page: prerendered.StaticPage, root: string): string {
  const { title, description, file, lessonId } = page;
  const path = file.replace(/index\.html$/, '');
  const chunk = lessonId === null ? undefined : manifest[`virtual:lesson/${lessonId}`]?.file;
  return [
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    `<meta property="og:title" content="${escapeHtml(title)}">`,
    `<meta property="og:description" content="${escapeHtml(description)}">`,
    '<meta property="og:type" content="website">',
    ...(address === null ? [] : [`<link rel="canonical" href="${escapeHtml(address + path)}">`]),
    ...(chunk === undefined ? [] : [`<link rel="modulepreload" crossorigin href="${root}${chunk}">`]),
  ].join('\n    ');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
