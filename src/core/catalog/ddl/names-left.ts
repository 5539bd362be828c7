import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { KeyFates } from './alter-keys.ts';
import type { NamedChanges, TableChanges } from './table-changes.ts';
import { TakenNames } from './taken-names.ts';

/** The names that are taken once everything is dropped and renamed, and nothing is made yet. */
export function namesLeft(
  renamed: Catalog,
  changes: readonly TableChanges[],
  fates: ReadonlyMap<TableChanges, KeyFates>,
): TakenNames {
  const taken = new TakenNames();
  for (const view of renamed.views) taken.takeRelation(view);
  for (const { schema, domain } of renamed.types) {
    for (const { name } of domain?.checks ?? []) taken.takeConstraint({ schema, name }, false);
  }
  const columns = new Set(changes.flatMap(({ pair: { before, after } }) => columnsLeft(before, after)));
  for (const sequence of renamed.sequences) {
    if (sequence.ownedBy === null || columns.has(sequence.ownedBy)) taken.takeRelation(sequence);
  }
  for (const change of changes) taken.takeTable(tableLeft(change, fates.get(change)?.dropEarly ?? []));
  return taken;
}

function columnsLeft({ columns }: Table, after: Table): readonly string[] {
  return columns
    .filter(({ name, identity }) =>
      after.columns.some((other) => other.name === name && (identity === null || other.identity !== null)),
    )
    .map(({ name }) => `${after.schema}.${after.name}.${name}`);
}

function tableLeft(change: TableChanges, droppedEarly: readonly string[]): Table {
  const { before } = change.pair;
  const [primaryKey] = left(before.primaryKey === null ? [] : [before.primaryKey], change.primaryKeys);
  return {
    ...before,
    primaryKey: primaryKey ?? null,
    uniques: left(before.uniques, change.uniques),
    checks: left(before.checks, change.checks),
    exclusions: left(before.exclusions, change.exclusions),
    foreignKeys: left(
      before.foreignKeys.filter(({ name }) => !droppedEarly.includes(name)),
      change.foreignKeys,
    ),
    indexes: left(
      before.indexes.filter(({ constraint }) => constraint === null),
      change.indexes,
    ),
  };
}

function left<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  changes: NamedChanges<Thing>,
): readonly Thing[] {
  const gone = new Set([...changes.removed, ...changes.changed.map(({ before }) => before)].map(({ name }) => name));
  const renamed = new Map(changes.renamed.map(({ from, to }) => [from, to]));
  return things
    .filter(({ name }) => !gone.has(name))
    .map((thing) => ({ ...thing, name: renamed.get(thing.name) ?? thing.name }));
}
