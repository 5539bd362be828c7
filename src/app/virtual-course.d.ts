/** Made by `scripts/vite-course.ts` out of the folder `lessons/`. */
declare module 'virtual:course' {
  import type { DatasetSummary } from '#content/datasets.ts';
  import type { Course, LessonBundle, Problem } from '#content/lesson.ts';

  export const course: Course;

  export const datasets: readonly DatasetSummary[];

  export type PublishedLesson =
    | { readonly ok: true; readonly bundle: LessonBundle }
    /** Only in development: the build stops at a broken lesson. */
    | { readonly ok: false; readonly problems: readonly Problem[] };

  export function loadBundle(lessonId: string): Promise<PublishedLesson>;

  /** Its script. */
  export function loadDataset(name: string): Promise<string>;
}
