import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/**
 * Turns a copy of the built site into a later release of itself: other pages, and another app and another text of each
 * of `lessons`, whose old files are gone. All else keeps its name and its bytes.
 */
export async function makeNextRelease(folder: string, lessons: readonly string[]): Promise<void> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const renamed = names.filter((name) => new RegExp(`/(index|${lessons.join('|')})-[\\w-]{8}\\.js$`).test(name));
  for (const name of names) {
    if (!['.html', '.js'].includes(extname(name))) continue;
    const text = await readFile(name, 'utf8');
    const changed = renamed.map(hashedName).reduce((all, old) => all.replaceAll(old, nextName(old)), text);
    await writeFile(
      name,
      changed
        .replace('<meta property="og:type"', '<meta name="release" content="next"><meta property="og:type"')
        // The service worker's list.
        .replaceAll(/("?revision"?:\s*["'`])\w+/g, '$1next'),
    );
  }
  for (const name of renamed) await rename(name, name.replace(hashedName(name), nextName(hashedName(name))));
}

function hashedName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function nextName(name: string): string {
  return name.replace(/.{8}\.js$/, 'nextnext.js');
}
