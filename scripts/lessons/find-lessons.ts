import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isBesideTheCourse } from '#content/parse/lesson-library.ts';
import { err, ok, type Result } from '#core/shared/result.ts';

/** Lessons that are read together: those of one course, or those in one folder without a course. */
export interface LessonGroup {
  readonly folder: string;
  readonly isCourse: boolean;
  /** The files' paths below the folder, or 'all' for a course as a whole. */
  readonly paths: 'all' | readonly string[];
}

/**
 * Sorts the lessons that `paths` name, files or folders anywhere on disk, by their course: the nearest folder above
 * them with a `course.yaml`. Fails with one line for the caller.
 */
export async function findLessons(paths: readonly string[], from: string): Promise<Result<readonly LessonGroup[], string>> {
  const groups = new Map<string, LessonGroup>();
  for (const named of paths) {
    const found = await lessonFilesAt(resolve(from, named), named);
    if (!found.ok) return found;
    for (const file of found.value) {
      const course = await courseAbove(dirname(file));
      const folder = course ?? dirname(file);
      const inside = relative(folder, file).split(sep).join('/');
      const known = groups.get(folder)?.paths ?? [];
      const asked = known === 'all' || inside === courseFile ? 'all' : [...new Set([...known, inside])];
      groups.set(folder, { folder, isCourse: course !== null, paths: asked });
    }
  }
  return ok([...groups.values()]);
}

const courseFile = 'course.yaml';

/** The Markdown files at a path, and the `course.yaml` of every whole course there. */
async function lessonFilesAt(path: string, asNamed: string): Promise<Result<readonly string[], string>> {
  const entry = await stat(path).catch(() => null);
  if (entry === null) return err(`There is no file or folder ${asNamed}.`);
  if (entry.isDirectory()) {
    const files = (await readdir(path, { recursive: true }))
      .filter((file) => !file.split(sep).includes('node_modules') && !isBesideTheCourse(file))
      .filter((file) => basename(file) === courseFile || file.endsWith('.md'))
      .map((file) => join(path, file))
      .toSorted();
    return files.length === 0 ? err(`The folder ${asNamed} holds no lesson.`) : ok(files);
  }
  return path.endsWith('.md') || basename(path) === courseFile
    ? ok([path])
    : err(`${asNamed} is no lesson: a lesson is a Markdown file, \`.md\`.`);
}

async function courseAbove(folder: string): Promise<string | null> {
  const entry = await stat(join(folder, courseFile)).catch(() => null);
  if (entry?.isFile() === true) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : courseAbove(parent);
}
