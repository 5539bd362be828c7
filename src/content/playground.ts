import type { LessonBundle, OpeningScript, Step } from './lesson.ts';

/** The dataset that has nothing in it. */
export const emptyDataset = { name: 'empty', title: 'An empty database', summary: 'Draw your own.' };

/** What a lab's database is kept under. It has three parts, so that no lesson has the same id. */
export function playgroundId(lab: string, dataset: string): string {
  return `labs/${lab}/${dataset}`;
}

/** The lab and the dataset of a playground's id, or null for a lesson's. */
export function readPlaygroundId(id: string): { readonly lab: string; readonly dataset: string } | null {
  const [first, lab, dataset, ...rest] = id.split('/');
  return first === 'labs' && lab !== undefined && dataset !== undefined && rest.length === 0 ? { lab, dataset } : null;
}

/**
 * A lab's database as a lesson without words: its opening is the dataset, and its one step asks nothing. So everything
 * that a lesson's database has (it outlives the page, can be undone, stopped, saved) a lab's has too.
 *
 * `sql` is the dataset's script, or null for an empty database.
 */
export function playgroundBundle(
  id: string,
  { name, title, summary }: { readonly name: string; readonly title: string; readonly summary: string },
  sql: string | null,
): LessonBundle {
  const file = `datasets/${name}.sql`;
  return {
    lesson: {
      id,
      file,
      title,
      summary,
      minutes: 0,
      dataset: sql === null ? null : name,
      continues: null,
      panels: ['results', 'schema', 'history'],
      introduction: { blocks: [], setup: [] },
      steps: [{ ...onlyStep, title }],
    },
    opening: sql === null ? [] : [script(file, sql), script(file, toPublic(name))],
  };
}

const onlyStep: Omit<Step, 'title'> = {
  id: 'tables',
  place: { line: 1, column: 1 },
  blocks: [],
  setup: [],
  starter: null,
  solution: null,
  rights: [],
  wrongs: [],
  checks: [],
  hints: [],
};

function script(file: string, sql: string): OpeningScript {
  return { role: 'dataset', file, sql, place: { line: 1, column: 1 } };
}

/** Lessons copy out of a schema that is named as the dataset is; here its tables are worked on themselves. */
function toPublic(name: string): string {
  const schema = name.replaceAll("'", "''");
  return `do $$
declare
  moved record;
begin
  if to_regnamespace('${schema}') is null then
    return;
  end if;
  for moved in
    select c.oid::regclass as name from pg_class c
    where c.relnamespace = to_regnamespace('${schema}') and c.relkind in ('r', 'p')
  loop
    execute format('alter table %s set schema public', moved.name);
  end loop;
  execute format('drop schema %I cascade', '${schema}');
  drop schema if exists kept cascade;
end
$$`;
}
