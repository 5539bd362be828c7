import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { loadCourse, loadLoneLessons, type LoadedLesson } from '#content/load-course.ts';
import type { Problem } from '#content/lesson.ts';
import { courseFolder } from '#scripts/course-folder.ts';
import type { LessonGroup } from './find-lessons.ts';
import { loneFolder } from './lone-folder.ts';

export interface ReadGroup {
  readonly lessons: readonly LoadedLesson[];
  /** Those of files that are no lesson: `course.yaml`, a Markdown file out of place. */
  readonly problems: readonly Problem[];
  /** What stands before a file's path in its folder. */
  readonly prefix: string;
}

/** Reads a group of lessons, and of a course no more than was asked for. Files are named as seen from `from`. */
export async function readGroup({ folder, isCourse, paths }: LessonGroup, from: string): Promise<ReadGroup> {
  if (!isCourse) {
    const prefix = prefixOf(dirname(folder), from);
    const ids = paths === 'all' ? [] : paths.map((path) => `${basename(folder)}/${path.slice(0, -'.md'.length)}`);
    return { lessons: await loadLoneLessons(loneFolder(folder, prefix), ids), problems: [], prefix };
  }
  const prefix = prefixOf(folder, from);
  const { lessons, problems } = await loadCourse(courseFolder(folder, prefix));
  const isAsked = ({ file }: { readonly file: string }): boolean =>
    paths === 'all' || paths.includes(file.slice(prefix.length));
  return { lessons: lessons.filter(isAsked), problems: problems.filter(isAsked), prefix };
}

function prefixOf(folder: string, from: string): string {
  const path = relative(from, folder);
  const isInside = path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  const shown = (isInside ? path : folder).split(sep).join('/');
  return shown === '' || shown.endsWith('/') ? shown : `${shown}/`;
}
