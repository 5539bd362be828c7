/** The folder of a course, wherever it is: on disk, in a dev server, in a test. Paths are relative to it, with `/`. */
export interface CourseFiles {
  /** What problems put before a path, such as `lessons/`; empty for none. */
  readonly prefix: string;
  /** The text of a file, or null where there is none. */
  read(path: string): Promise<string | null>;
  /** The paths of all files, those in folders included. */
  list(): Promise<readonly string[]>;
}
