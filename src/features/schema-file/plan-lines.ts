import type { Table } from '#core/catalog/catalog.ts';
import { foreignKeyWords, signatureOf } from '#core/catalog/declaration-words.ts';
import type { CatalogDiff, Changes, TableChange } from '#core/catalog/diff.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';

/** What would become of one thing. */
export interface PlanLine {
  readonly change: 'new' | 'changed' | 'dropped';
  /** `table orders`. */
  readonly name: string;
  /** `3 columns, 12 rows`; of a changed one, each change: `+ city text`. */
  readonly details: readonly string[];
}

/** Everything that a script would do to a schema, tables first. */
export function planLines({ tables, views, functions, types, sequences }: CatalogDiff): readonly PlanLine[] {
  return [
    ...tables.removed.map((table) => lineOf('dropped', `table ${qualifiedName(table)}`, sizeOf(table))),
    ...tables.changed.flatMap(changedTable),
    ...tables.added.map((table) => lineOf('new', `table ${qualifiedName(table)}`, sizeOf(table))),
    ...linesOf(views, (view) => `view ${qualifiedName(view)}`),
    ...linesOf(functions, (routine) => `function ${signatureOf(routine)}`),
    ...linesOf(types, (type) => `type ${qualifiedName(type)}`),
    // One that a column owns comes and goes with it.
    ...linesOf(
      {
        added: sequences.added.filter(({ ownedBy }) => ownedBy === null),
        removed: sequences.removed.filter(({ ownedBy }) => ownedBy === null),
        changed: sequences.changed.filter(({ after }) => after.ownedBy === null),
      },
      (sequence) => `sequence ${qualifiedName(sequence)}`,
    ),
  ];
}

function lineOf(change: PlanLine['change'], name: string, details: readonly string[] = []): PlanLine {
  return { change, name, details };
}

function linesOf<Thing>(
  { added, removed, changed }: Changes<Thing>,
  nameOf: (thing: Thing) => string,
): readonly PlanLine[] {
  return [
    ...removed.map((thing) => lineOf('dropped', nameOf(thing))),
    ...changed.map(({ after }) => lineOf('changed', nameOf(after))),
    ...added.map((thing) => lineOf('new', nameOf(thing))),
  ];
}

function sizeOf({ columns, rows }: Table): readonly string[] {
  const about = rows.exact ? '' : 'about ';
  return [`${counted(columns.length, 'column')}, ${about}${counted(rows.count, 'row')}`];
}

function changedTable(change: TableChange): readonly PlanLine[] {
  const { columns, keys, checks, foreignKeys, indexes, triggers, rowsGained } = change;
  const details = [
    ...changes(columns, ({ name, type }) => `${name} ${type}`),
    ...changes(keys, ({ name, columns: on }) => `key ${name} (${on.join(', ')})`),
    ...changes(checks, ({ expression }) => `check (${expression})`),
    ...changes(foreignKeys, foreignKeyWords),
    ...changes(indexes, ({ name }) => `index ${name}`),
    ...changes(triggers, ({ name }) => `trigger ${name}`),
    ...(rowsGained === 0 ? [] : [`${rowsGained > 0 ? '+' : '−'} ${counted(Math.abs(rowsGained), 'row')}`]),
  ];
  const isOnlyEstimate = details.length === 0 && change.before.comment === change.after.comment;
  return isOnlyEstimate ? [] : [lineOf('changed', `table ${qualifiedName(change.after)}`, details)];
}

function changes<Thing>(
  { added, removed, changed }: Changes<Thing>,
  words: (thing: Thing) => string,
): readonly string[] {
  return [
    ...removed.map((thing) => `− ${words(thing)}`),
    ...changed.map(({ before, after }) => {
      const [was, is] = [words(before), words(after)];
      return was === is ? `± ${is}` : `± ${was} → ${is}`;
    }),
    ...added.map((thing) => `+ ${words(thing)}`),
  ];
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`;
}
