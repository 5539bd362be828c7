import type { CourseFiles } from '#content/course-files.ts';
import type { OpeningScript } from '#content/lesson.ts';
import { parseLesson, type ParsedLesson } from '#content/parse-lesson.ts';
import type { KnownLabs } from './known-labs.ts';

/** A lesson's file as it was last read; kept so that an unchanged one is not parsed again. */
export interface ReadLesson {
  readonly source: string;
  readonly parsed: ParsedLesson;
}

/** The lessons and datasets of one folder, each read once, when it is first asked for. */
export interface LessonLibrary {
  readonly lessonIds: readonly string[];
  readonly datasetNames: readonly string[];
  lesson(id: string): Promise<ReadLesson | null>;
  dataset(name: string): Promise<OpeningScript | null>;
}

interface LibraryOptions {
  /** Lessons as they were read before, by id. */
  readonly earlier?: ReadonlyMap<string, ReadLesson>;
  /** The labs that lessons may name, where it is not all that are published. */
  readonly labs?: KnownLabs | undefined;
}

export async function openLibrary(
  files: CourseFiles,
  { earlier = new Map(), labs }: LibraryOptions = {},
): Promise<LessonLibrary> {
  const paths = await files.list();
  const lessons = new Map<string, Promise<ReadLesson | null>>();

  async function readLesson(id: string): Promise<ReadLesson | null> {
    const path = `${id}.md`;
    const source = await files.read(path);
    if (source === null) return null;
    const known = earlier.get(id);
    if (known?.source === source) return known;
    return { source, parsed: parseLesson(source, { file: files.nameOf(path), id }, labs) };
  }

  return {
    lessonIds: paths
      .flatMap((path) => /^([^/]+\/[^/]+)\.md$/.exec(path)?.[1] ?? [])
      .filter((id) => !isBesideTheCourse(id)),
    datasetNames: paths.flatMap((path) => /^datasets\/([^/]+)\.sql$/.exec(path)?.[1] ?? []),
    lesson(id) {
      const lesson = lessons.get(id) ?? readLesson(id);
      lessons.set(id, lesson);
      return lesson;
    },
    async dataset(name) {
      const path = `datasets/${name}.sql`;
      const sql = await files.read(path);
      return sql === null ? null : { role: 'dataset', file: files.nameOf(path), sql, place: { line: 1, column: 1 } };
    },
  };
}

/** Markdown that is not meant for the course: a README, and what editors and tools hide behind a dot. */
export function isBesideTheCourse(path: string): boolean {
  return /(^|\/)(\.|readme(\.md)?$)/i.test(path);
}
