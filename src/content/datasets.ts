import type { CourseFiles } from './course-files.ts';

/** A dataset as a choice: what a lab on a live database can be opened with. */
export interface DatasetSummary {
  /** Of its file: `lessons/datasets/<name>.sql`. */
  readonly name: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
}

/** The datasets of a course, in the order of their names; each says in its first comment what it is. */
export async function listDatasets(files: CourseFiles): Promise<readonly DatasetSummary[]> {
  const names = (await files.list()).flatMap((path) => /^datasets\/([^/]+)\.sql$/.exec(path)?.[1] ?? []);
  return Promise.all(
    names.map(async (name) => summariseDataset(name, (await files.read(`datasets/${name}.sql`)) ?? '')),
  );
}

/** Reads `-- Title: sentence.` or `-- Schema: Title. Sentence.` at the top of a dataset; else the name is the title. */
export function summariseDataset(name: string, sql: string): DatasetSummary {
  const comment = /^--[ \t]*(.*)/.exec(sql.trimStart())?.[1]?.trim() ?? '';
  const schema = /^Schema:\s*([^.]+)\.\s*(.*)$/.exec(comment);
  if (schema !== null) return { name, title: schema[1] ?? name, summary: schema[2] ?? '' };
  return { name, title: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, summary: comment };
}
