import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { rootsOf } from './partition-roots.ts';

/**
 * What a schema's foreign keys say of how many rows belong to how many, as an entity–relationship diagram draws it
 * (crow's feet: Everest, "Basic data structure models explained with a common example", 1976).
 *
 * A unique key within a foreign key's columns leaves each parent at most one child: NULLs are no way around it, since a
 * row with a NULL there refers to nothing. Left out: what checks, triggers, exclusions and partial unique indexes narrow
 * further, and domains that refuse NULL.
 */
export interface Relationship {
  readonly id: string;
  /** The table with the foreign key; of a partition's own key, the partitioned table. */
  readonly child: ObjectName;
  readonly parent: ObjectName;
  /** How many rows of the child a row of the parent may have. */
  readonly childEnd: 'zero-or-many' | 'zero-or-one';
  /** How many rows of the parent a row of the child has. */
  readonly parentEnd: 'exactly-one' | 'zero-or-one';
  /** The child is known by its parent: the foreign key is within its primary key. */
  readonly isIdentifying: boolean;
  readonly isSelf: boolean;
  readonly foreignKey: ForeignKey;
  /** The partition that alone has this key, or null. */
  readonly partition: ObjectName | null;
}

/** A table that joins two: its primary key is made of the two foreign keys. */
export interface Junction {
  readonly table: ObjectName;
  readonly between: readonly [ForeignKey, ForeignKey];
}

/** One for each foreign key between tables that are there, in the catalog's order. */
export function relationshipsOf(catalog: Catalog): readonly Relationship[] {
  const roots = rootsOf(catalog);
  const tables = new Map(catalog.tables.map((table) => [objectKey(table), table]));
  return catalog.tables.flatMap((table) =>
    table.foreignKeys.flatMap((foreignKey): readonly Relationship[] => {
      if (isInherited(table, foreignKey, tables)) return [];
      const { schema, table: name } = foreignKey.references;
      const target = tables.get(objectKey({ schema, name }));
      if (target === undefined) return [];
      const child = roots.get(objectKey(table)) ?? table;
      const parent = roots.get(objectKey(target)) ?? target;
      return [
        {
          id: relationshipId(table, foreignKey.name),
          child: nameOf(child),
          parent: nameOf(parent),
          childEnd: isUniqueWithin(table, foreignKey.columns) ? 'zero-or-one' : 'zero-or-many',
          parentEnd: foreignKey.columns.every((column) => isNeverNull(table, column)) ? 'exactly-one' : 'zero-or-one',
          isIdentifying: isWithin(foreignKey.columns, table.primaryKey?.columns ?? []),
          isSelf: objectKey(child) === objectKey(parent),
          foreignKey,
          partition: child === table ? null : nameOf(table),
        },
      ];
    }),
  );
}

export function relationshipId(table: ObjectName, foreignKey: string): string {
  return JSON.stringify([table.schema, table.name, foreignKey]);
}

/** The tables that do nothing but join two others, and may say something of how. */
export function junctionsOf(catalog: Catalog): readonly Junction[] {
  return catalog.tables.flatMap((table): readonly Junction[] => {
    const key = table.primaryKey?.columns ?? [];
    const within = table.foreignKeys.filter(({ columns }) => isWithin(columns, key) && columns.length < key.length);
    const [one, other] = within;
    if (table.partitionOf !== null || within.length !== 2 || one === undefined || other === undefined) return [];
    const isWhole = key.every((column) => one.columns.includes(column) || other.columns.includes(column));
    return isWhole ? [{ table: nameOf(table), between: [one, other] }] : [];
  });
}

export function isNeverNull(table: Table, column: string): boolean {
  if (table.primaryKey?.columns.includes(column) === true) return true;
  return table.columns.some(({ name, notNull }) => name === column && notNull);
}

function isUniqueWithin(table: Table, columns: readonly string[]): boolean {
  const keys = [...(table.primaryKey === null ? [] : [table.primaryKey]), ...table.uniques];
  if (keys.some((key) => isWithin(key.columns, columns))) return true;
  return table.indexes.some(
    ({ unique, valid, where, constraint, columns: on }) =>
      unique &&
      valid &&
      where === null &&
      constraint === null &&
      on.every(({ isExpression, expression }) => !isExpression && columns.includes(expression)),
  );
}

/** A partition has its table's foreign keys, under names of its own or the same. */
function isInherited(table: Table, key: ForeignKey, tables: ReadonlyMap<string, Table>): boolean {
  if (table.partitionOf === null) return false;
  const { schema, table: name } = table.partitionOf;
  const parent = tables.get(objectKey({ schema, name }));
  return parent?.foreignKeys.some((its) => signature(its) === signature(key)) === true;
}

function signature({ columns, references }: ForeignKey): string {
  return JSON.stringify([columns, references.schema, references.table, references.columns]);
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((column) => all.includes(column));
}

function nameOf({ schema, name }: ObjectName): ObjectName {
  return { schema, name };
}
