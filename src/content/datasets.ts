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

/** Reads `-- Schema: Title. Sentence.` or `-- Sentence.` at the top of a dataset; without a title its name is one. */
export function summariseDataset(name: string, sql: string): DatasetSummary {
  const lines = /^(?:--[ \t]*\S.*\n?)*/.exec(sql.trimStart())?.[0].split('\n') ?? [];
  const comment = lines.map((line) => line.replace(/^--\s*/, '').trim()).join(' ');
  const schema = /^Schema:\s*([^.]+)\.\s*(.*)$/.exec(comment);
  const title = schema?.[1] ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return { name, title, summary: firstSentence(schema?.[2] ?? comment) };
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text.trim();
}
