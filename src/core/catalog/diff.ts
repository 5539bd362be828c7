import { isSameData } from '#core/shared/same-data.ts';
import { objectKey } from './object-name.ts';
import type {
  Catalog,
  CheckConstraint,
  Column,
  ForeignKey,
  Index,
  Key,
  Routine,
  Sequence,
  Table,
  Trigger,
  UserType,
  View,
} from './catalog.ts';

/** What became of a list of things that have names. Each list is in the order of the catalog it was found in. */
export interface Changes<Thing, Change = Changed<Thing>> {
  readonly added: readonly Thing[];
  readonly removed: readonly Thing[];
  /** Of the same name before and after, but not alike. */
  readonly changed: readonly Change[];
}

export interface Changed<Thing> {
  readonly before: Thing;
  readonly after: Thing;
}

/** A table that is not as it was; what has no list here (a comment, partitions) is to be seen in `before` and `after`. */
export interface TableChange extends Changed<Table> {
  readonly columns: Changes<Column>;
  /** The primary key and the unique constraints. */
  readonly keys: Changes<Key>;
  readonly checks: Changes<CheckConstraint>;
  readonly foreignKeys: Changes<ForeignKey>;
  readonly indexes: Changes<Index>;
  readonly triggers: Changes<Trigger>;
  /** Negative when it lost rows; 0 also where one of the counts is an estimate. */
  readonly rowsGained: number;
}

export interface CatalogDiff {
  readonly tables: Changes<Table, TableChange>;
  readonly views: Changes<View>;
  readonly functions: Changes<Routine>;
  readonly types: Changes<UserType>;
  readonly sequences: Changes<Sequence>;
}

/**
 * What was done to a database between two looks at its catalog. Things are matched by schema and name, functions by
 * their arguments too: something renamed is removed and added.
 */
export function diffCatalogs(before: Catalog, after: Catalog): CatalogDiff {
  const tables = diffBy(before.tables, after.tables, objectKey);
  return {
    tables: { ...tables, changed: tables.changed.map(describeTableChange) },
    views: diffBy(before.views, after.views, objectKey),
    functions: diffBy(before.functions, after.functions, (routine) => `${objectKey(routine)}(${routine.arguments})`),
    types: diffBy(before.types, after.types, objectKey),
    sequences: diffBy(before.sequences, after.sequences, objectKey),
  };
}

/** Whether nothing was added, removed or changed. */
export function isUnchanged(diff: CatalogDiff): boolean {
  const lists: readonly Changes<unknown, unknown>[] = Object.values(diff);
  return lists.every(({ added, removed, changed }) => added.length + removed.length + changed.length === 0);
}

function describeTableChange({ before, after }: Changed<Table>): TableChange {
  const isExact = before.rows.exact && after.rows.exact;
  return {
    before,
    after,
    columns: diffBy(before.columns, after.columns, nameOf),
    keys: diffBy(keysOf(before), keysOf(after), nameOf),
    checks: diffBy(before.checks, after.checks, nameOf),
    foreignKeys: diffBy(before.foreignKeys, after.foreignKeys, nameOf),
    indexes: diffBy(before.indexes, after.indexes, nameOf),
    triggers: diffBy(before.triggers, after.triggers, nameOf),
    rowsGained: isExact ? after.rows.count - before.rows.count : 0,
  };
}

function keysOf({ primaryKey, uniques }: Table): readonly Key[] {
  return primaryKey === null ? uniques : [primaryKey, ...uniques];
}

function diffBy<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Changes<Thing> {
  const earlier = new Map(before.map((thing) => [keyOf(thing), thing]));
  const later = new Map(after.map((thing) => [keyOf(thing), thing]));
  return {
    added: after.filter((thing) => !earlier.has(keyOf(thing))),
    removed: before.filter((thing) => !later.has(keyOf(thing))),
    changed: before.flatMap((was) => {
      const is = later.get(keyOf(was));
      return is === undefined || isSameData(was, is) ? [] : [{ before: was, after: is }];
    }),
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
