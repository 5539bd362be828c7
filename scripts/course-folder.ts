import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { CourseFiles } from '#content/course-files.ts';

/** The folder of a course on disk; `prefix` is what stands before a path where it is named. */
export function courseFolder(folder: string, prefix: string): CourseFiles {
  return {
    nameOf: (path) => prefix + path,
    read: async (path) => {
      try {
        return await readFile(join(folder, path), 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    list: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .toSorted();
    },
  };
}

function isMissing(error: unknown): boolean {
  const code = (error as { readonly code?: string }).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
