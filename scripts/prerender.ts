import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type * as prerendered from '#app/prerender.tsx';

/**
 * Writes every page of the built site as a file of its own: its text readable before any script has run, its title and
 * description where search engines and link previews look for them. Runs after both builds, on their output: the folder
 * of the site, and that of the bundle which renders its pages.
 *
 * SITE_URL, where it is set, is the address under which the site is published; it makes previews' links whole.
 */
const [site = 'dist', rendered = '.cache/prerender'] = process.argv.slice(2);
const bundle = pathToFileURL(resolve(rendered, 'prerender.js')).href;
const { renderPages, rootMark } = (await import(bundle)) as typeof prerendered;

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
}

const template = await readFile(join(site, 'index.html'), 'utf8');
const manifest = JSON.parse(await readFile(join(site, '.vite/manifest.json'), 'utf8')) as Record<string, ManifestEntry>;
const address = process.env['SITE_URL']?.replace(/\/?$/, '/') ?? null;

/** The router leaves the slash out where a link leads to the root itself. */
const rootPattern = new RegExp(`${rootMark}/?`, 'g');

const pages = await renderPages();
for (const page of pages) {
  const file = join(site, page.file);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, pageHtml(page));
}
console.log(`${pages.length} pages written to ${site}/`);

function pageHtml(page: prerendered.StaticPage): string {
  // A host shows 404.html at any depth, so only the site's whole address leads from there to its root.
  const root = page.file === '404.html' ? (address ?? '/') : '../'.repeat(page.file.split('/').length - 1) || './';
  return (
    template
      .replaceAll(/(href|src)="\.\//g, `$1="${root}`)
      // By a function: in a text, `$&` and the like would stand for pieces of the page.
      .replace(/<title>.*?<\/title>/, () => headOf(page, root))
      .replace('<div id="rowhouse"></div>', () => `<div id="rowhouse">${page.html.replaceAll(rootPattern, root)}</div>`)
  );
}

function headOf({ title, description, file, lessonId }: prerendered.StaticPage, root: string): string {
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
