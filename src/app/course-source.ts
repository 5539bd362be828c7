import { course, loadBundle } from 'virtual:course';
import type { CourseSource } from '#state/services.ts';
import { err, ok } from '#core/shared/result.ts';

/** The course as the build published it: the table of contents with the app, each lesson in a file of its own. */
export const publishedCourse: CourseSource = {
  course,
  load: async (lessonId) => {
    const known = course.tracks.some(({ lessons }) => lessons.some(({ id }) => id === lessonId));
    if (!known) return err({ kind: 'unknown' });
    try {
      const published = await loadBundle(lessonId);
      return published.ok ? ok(published.bundle) : err({ kind: 'broken', problems: published.problems });
    } catch (error) {
      return err({ kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) });
    }
  },
};
