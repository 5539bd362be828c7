import type { Table } from './catalog.ts';
import type { CatalogDiff, Changes, TableChange } from './diff.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { foreignKeyWords, signatureOf } from './declaration-words.ts';
import { qualifiedName } from './object-name.ts';
import { noTableMarks, type Change, type SchemaMarks, type TableMarks } from './schema-marks.ts';

/** What to mark in the schema after a run, by the names under which the view shows things. */
export function marksOf({ tables, views, functions, types, sequences }: CatalogDiff): SchemaMarks {
  const changed = tables.changed.flatMap((change) => {
    const marks = tableMarksOf(change);
    return marks === null ? [] : [[qualifiedName(change.after), marks] as const];
  });
  const added = tables.added.map((table) => {
    const rowsGained = table.rows.exact ? table.rows.count : 0;
    return [qualifiedName(table), { ...noTableMarks, change: 'new' as const, rowsGained }] as const;
  });
  return {
    tables: new Map([...added, ...changed]),
    others: new Map([
      ...changesOf(views, (view) => `view ${qualifiedName(view)}`),
      ...changesOf(functions, (routine) => `function ${signatureOf(routine)}`),
      ...changesOf(types, (type) => `type ${qualifiedName(type)}`),
      ...changesOf(sequences, (sequence) => `sequence ${qualifiedName(sequence)}`),
    ]),
    dropped: [
      ...tables.removed.map((table) => `table ${qualifiedName(table)}`),
      ...views.removed.map((view) => `view ${qualifiedName(view)}`),
      ...functions.removed.map((routine) => `function ${signatureOf(routine)}`),
      ...types.removed.map((type) => `type ${qualifiedName(type)}`),
      // A sequence that a column owned went with its table or column, and needs no word of its own.
      ...sequences.removed.filter(({ ownedBy }) => ownedBy === null).map((gone) => `sequence ${qualifiedName(gone)}`),
    ],
  };
}

/** Null when nothing but an estimate of its rows changed. */
function tableMarksOf(diff: TableChange): TableMarks | null {
  const { before, after, columns, keys, checks, foreignKeys, triggers, rowsGained } = diff;
  const isSameDesign = isSameData({ ...before, rows: null }, { ...after, rows: null });
  if (isSameDesign && rowsGained === 0) return null;

  // The index behind a key or an exclusion comes and goes with its constraint, which is marked already.
  const indexes = keepOnly(diff.indexes, ({ constraint }) => constraint === null);
  return {
    change: isSameDesign ? null : 'changed',
    rowsGained,
    columns: new Map(changesOf(columns, nameOf)),
    constraints: new Map([...changesOf(keys, nameOf), ...changesOf(checks, nameOf), ...changesOf(foreignKeys, nameOf)]),
    extras: new Map([...changesOf(indexes, nameOf), ...changesOf(triggers, nameOf)]),
    droppedColumns: columns.removed.map(({ name, type }) => `${name} ${type}`),
    droppedParts: [
      ...keys.removed.map((key) => `${keyKind(key.name, before)} (${key.columns.join(', ')})`),
      ...checks.removed.map(({ expression }) => `check (${expression})`),
      ...foreignKeys.removed.map(foreignKeyWords),
      ...indexes.removed.map(({ name }) => `index ${name}`),
      ...triggers.removed.map(({ name }) => `trigger ${name}`),
    ],
  };
}

function keyKind(name: string, { primaryKey }: Table): string {
  return primaryKey?.name === name ? 'primary key' : 'unique';
}

function changesOf<Thing>(
  { added, changed }: Changes<Thing>,
  keyOf: (thing: Thing) => string,
): readonly (readonly [name: string, change: Change])[] {
  return [
    ...added.map((thing) => [keyOf(thing), 'new'] as const),
    ...changed.map(({ after }) => [keyOf(after), 'changed'] as const),
  ];
}

function keepOnly<Thing>(changes: Changes<Thing>, isKept: (thing: Thing) => boolean): Changes<Thing> {
  return {
    added: changes.added.filter(isKept),
    removed: changes.removed.filter(isKept),
    changed: changes.changed.filter(({ after }) => isKept(after)),
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
