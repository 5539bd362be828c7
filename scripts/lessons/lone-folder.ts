import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CourseFiles } from '#content/course-files.ts';
import { courseFolder } from '#scripts/course-folder.ts';

/**
 * Makes a folder of lessons without a course readable as a track of one: its lessons are `<folder>/<lesson>`, and a
 * dataset is looked up in its own `datasets/`, then in the one beside the folder.
 */
export function loneFolder(folder: string, prefix: string): CourseFiles {
  const name = basename(folder);
  const own = courseFolder(folder, prefix);
  const parent = courseFolder(dirname(folder), prefix);
  return {
    prefix,
    read: async (path) => (path.startsWith('datasets/') ? await own.read(path) : null) ?? (await parent.read(path)),
    // Not everything below: that may be half a disk.
    list: async () => {
      const lessons = (await namesIn(folder)).map((file) => `${name}/${file}`);
      const datasets = [...(await namesIn(join(folder, 'datasets'))), ...(await namesIn(join(folder, '../datasets')))];
      return [...lessons, ...datasets.map((file) => `datasets/${file}`)];
    },
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
