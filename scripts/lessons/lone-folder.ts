import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CourseFiles } from '#content/course-files.ts';
import { courseFolder } from '#scripts/course-folder.ts';

/**
 * Makes a folder of lessons without a course readable as a track of one: its lessons are `<folder>/<lesson>`, and their
 * datasets stand in its own `datasets/`.
 */
export function loneFolder(folder: string, prefix: string): CourseFiles {
  const name = basename(folder);
  const parent = courseFolder(dirname(folder), prefix);
  const inParent = (path: string): string => (path.startsWith('datasets/') ? `${name}/${path}` : path);
  return {
    nameOf: (path) => parent.nameOf(inParent(path)),
    read: (path) => parent.read(inParent(path)),
    // Not everything below: that may be half a disk.
    list: async () => [
      ...(await namesIn(folder)).map((file) => `${name}/${file}`),
      ...(await namesIn(join(folder, 'datasets'))).map((file) => `datasets/${file}`),
    ],
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
