import type { Routine, Table, View } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { createIndex } from './index-sql.ts';
import { inLowerCase, quoteText, tokensOf } from './sql-text.ts';

const anyName = String.raw`(?:"(?:[^"]|"")*"|[^\s".(]+)`;
const head = new RegExp(String.raw`^create or replace (function|procedure) ${anyName}\.${anyName}\(`);

/** A function, or nothing: PostgreSQL does not print aggregates. */
export function createRoutine(routine: Routine, replace: boolean): readonly DdlStatement[] {
  if (routine.definition === null) return [];
  const sql = inLowerCase(routine.definition)
    .trimEnd()
    .replace(/^ /gm, (space, offset: number) => (isInHead(routine, offset) ? '' : space))
    .replace(head, (_, kind: string) => `create ${replace ? 'or replace ' : ''}${kind} ${sqlName(routine)}(`);
  return [{ sql, about: `${routine.kind} ${qualifiedName(routine)}` }];
}

/** PostgreSQL sets in every clause before the body by one space. */
function isInHead({ definition }: Routine, offset: number): boolean {
  const body = definition?.search(/^(?:AS|BEGIN ATOMIC)/m) ?? -1;
  return body === -1 || offset < body;
}

/** A view with what hangs on it: the indexes of a materialized one, triggers, a comment. */
export function createView(view: View): readonly DdlStatement[] {
  const kind = viewKind(view);
  const about = `${kind} ${qualifiedName(view)}`;
  const query = inLowerCase(setIn(view.definition.trim())).replace(/;$/, '');
  const typeOf = (column: string): string | null => view.columns.find(({ name }) => name === column)?.type ?? null;
  return [
    { sql: `create ${kind} ${sqlName(view)} as\n${query}`, about },
    ...view.indexes.map((index) => createIndex(index, view, typeOf)),
    ...createTriggers(view),
    ...(view.comment === null
      ? []
      : [{ sql: `comment on ${kind} ${sqlName(view)} is ${quoteText(view.comment)}`, about }]),
  ];
}

export function dropView(view: View): DdlStatement {
  const kind = viewKind(view);
  return { sql: `drop ${kind} ${sqlName(view)}`, about: `${kind} ${qualifiedName(view)}` };
}

function viewKind({ materialized }: View): string {
  return materialized ? 'materialized view' : 'view';
}

/** PostgreSQL sets in clauses by up to three spaces, columns by four and joins by five. */
function setIn(query: string): string {
  return tokensOf(query)
    .map(({ text }) =>
      text.trim() === '' ? text.replace(/\n *$/, (space) => `\n${' '.repeat(indentOf(space.length - 1))}`) : text,
    )
    .join('');
}

function indentOf(spaces: number): number {
  if (spaces <= 3) return 0;
  return spaces <= 5 ? 2 : spaces - 2;
}

/** The catalog lists a partition's own triggers only: those of its parent come with it. */
export function createTriggers(table: Table | View): readonly DdlStatement[] {
  return table.triggers.flatMap((trigger) => {
    const about = `trigger ${trigger.name}`;
    const made = { sql: inLowerCase(trigger.definition), about };
    if (trigger.enabled) return [made];
    return [made, { sql: `alter table ${sqlName(table)} disable trigger ${quoteName(trigger.name)}`, about }];
  });
}
