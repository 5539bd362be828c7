import type { Course, LessonBundle, Problem } from '#content/lesson.ts';
import type { Simulator } from '#content/labs/simulator.ts';
import type { Discoverer } from '#core/discovery/discoverer.ts';
import type { DirectoryState } from '#core/engine/directory-state.ts';
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

/** A lesson's databases as they outlive the page. */
export interface ShelfContents {
  /** By names that the lesson's keeper gives: the live one, the states its steps were opened in, … */
  readonly states: Readonly<Record<string, DirectoryState>>;
  /** What the keeper needs to make sense of them; plain data that survives a structured clone. */
  readonly note: unknown;
}

/** How far what was read is what was last written. */
export type ShelfCondition =
  | 'sound'
  /** The last write could not be read: this is the one before it. */
  | 'fell-back'
  /** There was something, and none of it can be read. It was set aside; the shelf is empty. */
  | 'unreadable';

export interface ShelfReading {
  readonly condition: ShelfCondition;
  readonly contents: ShelfContents | null;
}

export type ShelfEvent =
  /** All that was written is stored. */
  | { readonly kind: 'saved' }
  /** The storage is full, or broken: what was stored before is still there. The next write tries again. */
  | { readonly kind: 'not-saved'; readonly reason: 'full' | 'failed'; readonly message: string }
  /** Another tab has taken the lesson over: nothing is written from here any more. */
  | { readonly kind: 'taken-over' };

/** One lesson's place in the vault, as one tab holds it. */
export interface Shelf {
  /** False while another tab has the lesson: it can be read here, and is not written. */
  readonly isOwner: boolean;
  read(): Promise<ShelfReading>;
  /**
   * Puts `contents` in the place of what is there, wholly or not at all. What is small enough is handed to the browser
   * before this returns, so that it outlives the page; chunks and states that were written before are not written again.
   */
  write(contents: ShelfContents): void;
  /** Takes the lesson from the tab that has it. */
  takeOver(): Promise<void>;
  subscribe(listener: (event: ShelfEvent) => void): () => void;
  /** Gives the lesson back, when what was written is stored. */
  close(): Promise<void>;
}

/** Where databases outlive the page. */
export interface DatabaseVault {
  /** Opens the place of a lesson, as its owner unless another tab is. */
  open(lessonId: string): Promise<Shelf>;
}

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly contents: Uint8Array<ArrayBuffer>;
}

/** What the store needs from outside; tests give their own. */
export interface Services {
  readonly courseSource: CourseSource;
  /** Starts PostgreSQL, on files kept earlier where there are any; called once, when the first lesson asks for it. */
  readonly startEngine: (state: Promise<DirectoryState | null>) => Promise<Result<Engine, string>>;
  readonly vault: DatabaseVault;
  /** Runs labs; does nothing until the first is opened. */
  readonly simulator: Simulator;
  /** Looks for dependencies in rows; does nothing until the first is asked for. */
  readonly discovery: Discoverer;
  readonly storage: KeyValueStore;
  /** Hands a file to the learner, as a download. */
  readonly saveFile: (file: SavedFile) => void;
  /** The time of day, in milliseconds since 1970. */
  readonly wallClock: () => number;
}
