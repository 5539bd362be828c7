import type { Course, LessonBundle, Problem } from '#content/lesson.ts';
import type { Engine } from '#core/engine/engine.ts';
import type { Result } from '#core/shared/result.ts';

/** Where the course comes from; in development it may hold broken lessons, which are shown with their problems. */
export interface CourseSource {
  readonly course: Course;
  load(lessonId: string): Promise<Result<LessonBundle, LessonUnavailable>>;
}

export type LessonUnavailable =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] }
  /** The file did not arrive: no network, or the site was updated under the page. */
  | { readonly kind: 'unreachable'; readonly reason: string };

/** The browser's own storage, or memory where that is blocked. */
export interface KeyValueStore {
  /** False when nothing will be there after the page is closed. */
  readonly isLasting: boolean;
  read(key: string): string | null;
  /** False when it could not be written: blocked, or full. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
}

/** What the store needs from outside; tests give their own. */
export interface Services {
  readonly courseSource: CourseSource;
  /** Starts PostgreSQL; called once, when the first lesson asks for it. */
  readonly startEngine: () => Promise<Result<Engine, string>>;
  readonly storage: KeyValueStore;
  /** The time of day, in milliseconds since 1970. */
  readonly wallClock: () => number;
}
