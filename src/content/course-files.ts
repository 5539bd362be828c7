/** The folder of a course, wherever it is: on disk, in a dev server, in a test. Paths are relative to it, with `/`. */
export interface CourseFiles {
  /** How problems name a file: `lessons/course.yaml`. */
  nameOf(path: string): string;
  /** The text of a file, or null where there is none. */
  read(path: string): Promise<string | null>;
  /** The paths of all files, those in folders included. */
  list(): Promise<readonly string[]>;
}
