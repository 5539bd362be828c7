import type { Table } from '#core/catalog/catalog.ts';
import { isSameData } from '#core/shared/same-data.ts';
import type { TablePair } from './table-pairs.ts';

interface Named {
  readonly name: string;
}

/** What becomes of the constraints of one kind, or of the indexes. */
export interface NamedChanges<Thing extends Named> {
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly removed: readonly Thing[];
  readonly added: readonly Thing[];
  /** Another under the same name. */
  readonly changed: readonly { readonly before: Thing; readonly after: Thing }[];
}

/** Things of the same name belong together; of the rest, those that differ by nothing but their names. */
export function namedChanges<Thing extends Named>(
  before: readonly Thing[],
  after: readonly Thing[],
): NamedChanges<Thing> {
  const removed = before.filter(({ name }) => !after.some((other) => other.name === name));
  const added = after.filter(({ name }) => !before.some((other) => other.name === name));
  const renamed: { from: string; to: string }[] = [];
  const left = added.filter((thing) => {
    const place = removed.findIndex((other) => isSameData({ ...other, name: '' }, { ...thing, name: '' }));
    const [source] = place === -1 ? [] : removed.splice(place, 1);
    if (source !== undefined) renamed.push({ from: source.name, to: thing.name });
    return source === undefined;
  });
  return {
    renamed,
    removed,
    added: left,
    changed: after.flatMap((thing) => {
      const was = before.find(({ name }) => name === thing.name);
      return was === undefined || isSameData(was, thing) ? [] : [{ before: was, after: thing }];
    }),
  };
}

export interface TableChanges {
  readonly pair: TablePair;
  readonly columns: NamedChanges<Table['columns'][number]>;
  readonly primaryKeys: NamedChanges<Table['uniques'][number]>;
  readonly uniques: NamedChanges<Table['uniques'][number]>;
  readonly checks: NamedChanges<Table['checks'][number]>;
  readonly exclusions: NamedChanges<Table['exclusions'][number]>;
  readonly foreignKeys: NamedChanges<Table['foreignKeys'][number]>;
  readonly indexes: NamedChanges<Table['indexes'][number]>;
  readonly triggers: NamedChanges<Table['triggers'][number]>;
}

export function tableChanges(pair: TablePair): TableChanges {
  const { before, after } = pair;
  const columns = byName(before.columns, after.columns);
  // What is generated can neither begin nor end to be so where it stands: the column is made anew.
  const anew = columns.changed.filter(
    (column) => column.before.generation !== column.after.generation && !endsGeneration(column),
  );
  return {
    pair,
    columns: {
      renamed: [],
      removed: [...columns.removed, ...anew.map((column) => column.before)],
      added: [...columns.added, ...anew.map((column) => column.after)],
      changed: columns.changed.filter((column) => !anew.includes(column)),
    },
    primaryKeys: namedChanges(asList(before.primaryKey), asList(after.primaryKey)),
    uniques: namedChanges(before.uniques, after.uniques),
    checks: namedChanges(before.checks, after.checks),
    exclusions: namedChanges(before.exclusions, after.exclusions),
    foreignKeys: namedChanges(before.foreignKeys, after.foreignKeys),
    indexes: namedChanges(plain(before), plain(after)),
    triggers: namedChanges(before.triggers, after.triggers),
  };
}

/** Columns are renamed by lineage only. */
function byName<Thing extends Named>(before: readonly Thing[], after: readonly Thing[]): NamedChanges<Thing> {
  return {
    renamed: [],
    removed: before.filter(({ name }) => !after.some((other) => other.name === name)),
    added: after.filter(({ name }) => !before.some((other) => other.name === name)),
    changed: namedChanges(before, after).changed,
  };
}

function endsGeneration({
  before,
  after,
}: {
  readonly before: Table['columns'][number];
  readonly after: Table['columns'][number];
}): boolean {
  return before.generation === 'stored' && after.generation === null;
}

function plain({ indexes }: Table): Table['indexes'] {
  return indexes.filter(({ constraint }) => constraint === null);
}

function asList<Thing>(thing: Thing | null): readonly Thing[] {
  return thing === null ? [] : [thing];
}
