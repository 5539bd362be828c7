import type { Catalog } from '#core/catalog/catalog.ts';
import { isSameObject, objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { ok } from '#core/shared/result.ts';
import { familyOf, tableOf, type Drawing, type Drawn, type EditOf } from './drawing.ts';

/** One that is gone was dropped before. */
export function dropTable(drawing: Drawing, { table }: EditOf<'drop-table'>): Drawn {
  const { catalog, lineage } = drawing;
  if (tableOf(catalog, table) === undefined) return ok(drawing);
  const { tables, views, functions, foreignKeys } = goneWith(catalog, table);
  const isGoneTable = (other: ObjectName) => isOneOf(tables, other);
  const keysGone = new Set(foreignKeys.map(({ table: from, name }) => JSON.stringify([objectKey(from), name])));
  const without = <Value>(entries: ReadonlyMap<string, Value>) =>
    new Map([...entries].filter(([key]) => !tables.some((name) => objectKey(name) === key)));
  return ok({
    catalog: {
      ...catalog,
      tables: catalog.tables
        .filter((other) => !isGoneTable(other))
        .map((other) => {
          const kept = other.foreignKeys.filter(({ name }) => !keysGone.has(JSON.stringify([objectKey(other), name])));
          const partitions = other.partitioning?.partitions.filter(
            ({ schema, table: name }) => !isGoneTable({ schema, name }),
          );
          const isSame =
            kept.length === other.foreignKeys.length && partitions?.length === other.partitioning?.partitions.length;
          if (isSame) return other;
          const partitioning =
            other.partitioning === null || partitions === undefined ? null : { ...other.partitioning, partitions };
          return { ...other, foreignKeys: kept, partitioning };
        }),
      views: catalog.views.filter((view) => !isOneOf(views, view)),
      functions: catalog.functions.filter((routine) => !isOneOf(functions, routine)),
      sequences: catalog.sequences.filter(
        ({ ownedBy }) => !tables.some(({ schema, name }) => ownedBy?.startsWith(`${schema}.${name}.`) === true),
      ),
    },
    lineage: {
      tables: without(lineage.tables),
      columns: without(lineage.columns),
      conversions: without(lineage.conversions),
    },
  });
}

export interface GoneWithTable {
  /** The table first, then its partitions. */
  readonly tables: readonly ObjectName[];
  /** Those that read it, or read one that does. */
  readonly views: readonly ObjectName[];
  readonly functions: readonly ObjectName[];
  /** Those of other tables that reference it. */
  readonly foreignKeys: readonly { readonly table: ObjectName; readonly name: string }[];
}

/** What can not be without a table, and goes with it. */
export function goneWith(catalog: Catalog, table: ObjectName): GoneWithTable {
  const tables = familyOf(catalog, table);
  const keys = new Set(tables.map(objectKey));
  const gone = new Set(keys);
  const dependants = [...catalog.views, ...catalog.functions];
  for (let size = -1; size < gone.size;) {
    size = gone.size;
    for (const thing of dependants) {
      if (thing.dependsOn.some((name) => gone.has(objectKey(name)))) gone.add(objectKey(thing));
    }
  }
  const isGone = (thing: ObjectName) => gone.has(objectKey(thing)) && !keys.has(objectKey(thing));
  return {
    tables,
    views: catalog.views.filter(isGone).map(nameOf),
    functions: catalog.functions.filter(isGone).map(nameOf),
    foreignKeys: catalog.tables
      .filter((other) => !keys.has(objectKey(other)))
      .flatMap((other) =>
        other.foreignKeys
          .filter(({ references: { schema, table: name } }) => keys.has(objectKey({ schema, name })))
          .map(({ name }) => ({ table: nameOf(other), name })),
      ),
  };
}

function isOneOf(names: readonly ObjectName[], thing: ObjectName): boolean {
  return names.some((name) => isSameObject(name, thing));
}

function nameOf({ schema, name }: ObjectName): ObjectName {
  return { schema, name };
}
