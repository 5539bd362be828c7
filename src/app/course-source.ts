import { course, datasets, loadBundle, loadDataset } from 'virtual:course';
import type { DatasetSummary } from '#content/datasets.ts';
import { liveLabs } from '#content/labs/live-labs.ts';
import type { LessonBundle } from '#content/lesson.ts';
import { emptyDataset, playgroundBundle, readPlaygroundId } from '#content/playground.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { CourseSource, LessonUnavailable } from '#state/services.ts';

/** What a lab on a live database can be opened with. */
export const publishedDatasets: readonly DatasetSummary[] = [...datasets, emptyDataset];

/** The course as the build published it: the table of contents with the app, each lesson in a file of its own. */
export const publishedCourse: CourseSource = {
  course,
  load: async (id) => {
    try {
      return await (readPlaygroundId(id) === null ? loadLesson(id) : loadPlayground(id));
    } catch (error) {
      return err({ kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) });
    }
  },
};

async function loadLesson(lessonId: string): Promise<Result<LessonBundle, LessonUnavailable>> {
  const known = course.tracks.some(({ lessons }) => lessons.some(({ id }) => id === lessonId));
  if (!known) return err({ kind: 'unknown' });
  const published = await loadBundle(lessonId);
  return published.ok ? ok(published.bundle) : err({ kind: 'broken', problems: published.problems });
}

/** The database of a lab that is opened on its own. */
async function loadPlayground(id: string): Promise<Result<LessonBundle, LessonUnavailable>> {
  const { lab, dataset: name } = readPlaygroundId(id) ?? {};
  const dataset = publishedDatasets.find((candidate) => candidate.name === name);
  if (dataset === undefined || !liveLabs.some(({ kind }) => kind === lab)) return err({ kind: 'unknown' });
  const sql = dataset === emptyDataset ? null : await loadDataset(dataset.name);
  return ok(playgroundBundle(id, dataset, sql));
}
