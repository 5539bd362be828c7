import { relative, resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { PublishedLesson } from 'virtual:course';
import { listDatasets, type DatasetSummary } from '#content/datasets.ts';
import { loadCourse, type LoadedCourse, type LoadedLesson } from '#content/load-course.ts';
import type { LessonBundle, Problem } from '#content/lesson.ts';
import { courseFolder } from './course-folder.ts';

const courseId = 'virtual:course';
const lessonId = 'virtual:lesson/';
const datasetId = 'virtual:dataset/';
/** Rollup's mark for a module that is no file. */
const virtual = '\0';

/**
 * Publishes the course to the app as `virtual:course`: the table of contents, and one chunk a lesson and a dataset. A
 * build stops at the first broken lesson; the dev server hands the problems to the page, and a saved lesson to the page that shows it.
 */
export function coursePlugin(folder: string): Plugin {
  const files = courseFolder(folder, `${folder}/`);
  let loading: Promise<LoadedCourse> | null = null;
  let isBuild = false;

  const load = (): Promise<LoadedCourse> => (loading ??= loadCourse(files));

  const reload = async (server: ViteDevServer, file: string): Promise<void> => {
    const path = relative(resolve(folder), file);
    if (path.startsWith('..')) return;
    const before = await loading;
    loading = loadCourse(files, before ?? undefined);
    for (const id of server.moduleGraph.idToModuleMap.keys()) {
      const module = server.moduleGraph.getModuleById(id);
      if (module !== undefined && id.startsWith(`${virtual}virtual:`)) server.moduleGraph.invalidateModule(module);
    }
    if (path.split(sep).at(-1) === 'course.yaml') server.ws.send({ type: 'full-reload' });
    else server.ws.send('rowhouse:lessons', {});
  };

  return {
    name: 'rowhouse-course',
    configResolved: ({ command }) => {
      isBuild = command === 'build';
    },
    resolveId: (id) => ([courseId, lessonId, datasetId].some((own) => id.startsWith(own)) ? virtual + id : undefined),
    load: async (id) => {
      if (id === virtual + courseId) return courseModule(await load(), await listDatasets(files), isBuild);
      if (id.startsWith(virtual + datasetId)) {
        const sql = await files.read(`datasets/${id.slice((virtual + datasetId).length)}.sql`);
        return sql === null ? undefined : `export default ${JSON.stringify(sql)};`;
      }
      if (!id.startsWith(virtual + lessonId)) return undefined;
      const wanted = id.slice((virtual + lessonId).length);
      const lesson = (await load()).lessons.find((candidate) => candidate.id === wanted);
      return lesson === undefined ? undefined : `export default ${literal(publish(lesson))};`;
    },
    buildStart: async () => {
      if (!isBuild) return;
      const { problems, lessons } = await load();
      const all = [...problems, ...lessons.flatMap((lesson) => lesson.problems)];
      if (all.length > 0) throw new Error(`The course does not read:\n${all.map(problemText).join('\n')}`);
    },
    configureServer: (server) => {
      server.watcher.add(resolve(folder));
      for (const event of ['add', 'change', 'unlink'] as const) {
        server.watcher.on(event, (file) => void reload(server, file));
      }
    },
  };
}

/** In development a lesson or a dataset is asked for anew each time, because its file may have changed since. */
function courseModule(
  { course, lessons }: LoadedCourse,
  datasets: readonly DatasetSummary[],
  isBuild: boolean,
): string {
  const load = (id: string): string =>
    isBuild
      ? `() => import(${JSON.stringify(id)})`
      : `() => import(/* @vite-ignore */ ${JSON.stringify(`/@id/__x00__${id}?t=`)} + Date.now())`;
  const table = (prefix: string, ids: readonly string[]): string =>
    `{${ids.map((id) => `${JSON.stringify(id)}: ${load(prefix + id)}`).join(',')}}`;
  return [
    `export const course = ${literal(course)};`,
    `export const datasets = ${literal(datasets)};`,
    `const lessons = ${table(
      lessonId,
      lessons.map(({ id }) => id),
    )};`,
    `const scripts = ${table(
      datasetId,
      datasets.map(({ name }) => name),
    )};`,
    'export const loadBundle = async (id) => (await lessons[id]()).default;',
    'export const loadDataset = async (name) => (await scripts[name]()).default;',
  ].join('\n');
}

function publish({ bundle, problems }: LoadedLesson): PublishedLesson {
  return bundle === null || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, bundle: withoutSamples(bundle) };
}

/** Sample answers are the gate's: the page has no use for them. */
function withoutSamples(bundle: LessonBundle): LessonBundle {
  const steps = bundle.lesson.steps.map((step) => ({ ...step, rights: [], wrongs: [] }));
  return { ...bundle, lesson: { ...bundle.lesson, steps } };
}

/** JSON parses faster than the same object written as source. */
function literal(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

function problemText({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}
