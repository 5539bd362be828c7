import type { CourseFiles } from './course-files.ts';
import type { Course, Lesson, LessonBundle, LessonSummary, Problem } from './lesson.ts';
import { didYouMean } from './nearest.ts';
import type { KnownLabs } from './parse/known-labs.ts';
import { parseCourseFile, type CourseOutline } from './parse/course-file.ts';
import { isBesideTheCourse, openLibrary, type LessonLibrary, type ReadLesson } from './parse/lesson-library.ts';
import { linkLesson } from './parse/link-lesson.ts';
import { reportInto } from './parse/report.ts';

export interface LoadedCourse {
  /** The listed lessons that exist, those with problems included. */
  readonly course: Course;
  /** In the course's order; lessons that no track lists come last. */
  readonly lessons: readonly LoadedLesson[];
  /** Those of `course.yaml` and of files that are no lesson; each lesson holds its own. */
  readonly problems: readonly Problem[];
}

export interface LoadedLesson {
  readonly id: string;
  readonly file: string;
  /** As much of it as could be read; what it says can be relied on when there are no problems. */
  readonly lesson: Lesson;
  /** Null where it cannot be told how the lesson opens: a dataset or a continued lesson is missing. */
  readonly bundle: LessonBundle | null;
  readonly problems: readonly Problem[];
  /** What `loadCourse` needs so as not to parse an unchanged file again. */
  readonly read: ReadLesson;
}

/**
 * Reads `course.yaml` and every lesson below it. Given the course as it was `before`, parses only the files that have
 * changed since, so that a dev server can call it after every save. `labs` are those that lessons may name, all by default.
 */
export async function loadCourse(files: CourseFiles, before?: LoadedCourse, labs?: KnownLabs): Promise<LoadedCourse> {
  const problems: Problem[] = [];
  const earlier = new Map(before?.lessons.map(({ id, read }) => [id, read]));
  const library = await openLibrary(files, { earlier, labs });
  const outline = await readOutline(files, library, problems);
  const listed = new Set(outline?.tracks.flatMap((track) => track.lessons.map(({ id }) => id)) ?? []);
  const lessons = await loadLessons(library, [...listed, ...library.lessonIds.filter((id) => !listed.has(id))]);
  problems.push(...(await strayFiles(files)));
  return {
    course: courseOf(outline, lessons),
    lessons:
      outline === null
        ? lessons
        : lessons.map((lesson) => (listed.has(lesson.id) ? lesson : unlisted(lesson, outline))),
    problems,
  };
}

/** Reads lessons that belong to no course; they may still continue each other and share datasets. */
export async function loadLoneLessons(files: CourseFiles, ids: readonly string[]): Promise<readonly LoadedLesson[]> {
  return loadLessons(await openLibrary(files), ids);
}

async function loadLessons(library: LessonLibrary, ids: readonly string[]): Promise<readonly LoadedLesson[]> {
  const lessons: LoadedLesson[] = [];
  for (const id of ids) {
    const read = await library.lesson(id);
    if (read === null) continue;
    const { lesson } = read.parsed;
    lessons.push({ id, file: lesson.file, lesson, read, ...(await linkLesson(read.parsed, library)) });
  }
  return lessons;
}

async function readOutline(
  files: CourseFiles,
  library: LessonLibrary,
  problems: Problem[],
): Promise<CourseOutline | null> {
  const report = reportInto(problems, files.nameOf('course.yaml'));
  const source = await files.read('course.yaml');
  if (source === null) {
    report({ line: 1, column: 1 }, 'There is no `course.yaml`, which gives the course its title and lists its tracks.');
    return null;
  }
  const outline = parseCourseFile(source, report);
  for (const { id, place } of outline?.tracks.flatMap(({ lessons }) => lessons) ?? []) {
    if (library.lessonIds.includes(id)) continue;
    report(place, `There is no file \`${files.nameOf(`${id}.md`)}\`.${didYouMean(id, library.lessonIds)}`);
  }
  return outline;
}

async function strayFiles(files: CourseFiles): Promise<readonly Problem[]> {
  const paths = await files.list();
  return paths
    .filter((path) => path.endsWith('.md') && !isBesideTheCourse(path) && path.split('/').length !== 2)
    .map((path) => ({
      file: files.nameOf(path),
      line: 1,
      column: 1,
      message: 'A lesson stands in the folder of its track, as in `<track>/<lesson>.md`; no track can list this file.',
    }));
}

function unlisted(lesson: LoadedLesson, { tracks }: CourseOutline): LoadedLesson {
  const [track = '', name = ''] = lesson.id.split('/');
  const ids = tracks.map(({ id }) => id);
  const message = ids.includes(track)
    ? `No track lists this lesson: add \`${name}.md\` to the \`lessons\` of the track \`${track}\` in \`course.yaml\`.`
    : `No track lists this lesson: there is no track \`${track}\` in \`course.yaml\`.${didYouMean(track, ids)}`;
  return { ...lesson, problems: [{ file: lesson.file, line: 1, column: 1, message }, ...lesson.problems] };
}

function courseOf(outline: CourseOutline | null, lessons: readonly LoadedLesson[]): Course {
  const summaries = new Map(lessons.map(({ id, lesson }) => [id, summaryOf(lesson)]));
  return {
    title: outline?.title ?? '',
    tracks: (outline?.tracks ?? []).map((track) => ({
      ...track,
      lessons: track.lessons.flatMap(({ id }) => summaries.get(id) ?? []),
    })),
  };
}

function summaryOf({ id, title, summary, minutes, steps }: Lesson): LessonSummary {
  return {
    id,
    title: title === '' ? id : title,
    summary,
    minutes,
    steps: steps.map((step) => ({ id: step.id, title: step.title })),
  };
}
