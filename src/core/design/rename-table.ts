import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { isSameObject, objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { err, ok } from '#core/shared/result.ts';
import { bySchemaAndName, noTable, tableOf, type Drawn, type Drawing, type EditOf } from './drawing.ts';
import { isNameTaken, nameTaken } from './taken-names.ts';

/** The table goes by another name, wherever it is named; what was named after it keeps its name, as in PostgreSQL. */
export function renameTable(drawing: Drawing, { table: from, name }: EditOf<'rename-table'>): Drawn {
  const to = { schema: from.schema, name };
  const isThere = tableOf(drawing.catalog, from) !== undefined;
  if (!isThere) return tableOf(drawing.catalog, to) === undefined ? noTable(from) : ok(drawing);
  if (from.name === name) return ok(drawing);
  if (isNameTaken(drawing.catalog, to)) return err(nameTaken(to));
  return ok({ catalog: catalogAfter(drawing.catalog, from, to), lineage: lineageAfter(drawing.lineage, from, to) });
}

function catalogAfter(catalog: Catalog, from: ObjectName, to: ObjectName): Catalog {
  const renamed = <Name extends ObjectName>(name: Name): Name =>
    isSameObject(name, from) ? { ...name, name: to.name } : name;
  const prefix = `${from.schema}.${from.name}.`;
  return {
    ...catalog,
    tables: bySchemaAndName(catalog.tables.map((table) => tableAfter(renamed(table), from, to))),
    views: catalog.views.map((view) => ({ ...view, dependsOn: view.dependsOn.map(renamed) })),
    functions: catalog.functions.map((routine) => ({ ...routine, dependsOn: routine.dependsOn.map(renamed) })),
    sequences: catalog.sequences.map((sequence) =>
      sequence.ownedBy?.startsWith(prefix) === true
        ? { ...sequence, ownedBy: `${to.schema}.${to.name}.${sequence.ownedBy.slice(prefix.length)}` }
        : sequence,
    ),
  };
}

function tableAfter(table: Table, from: ObjectName, to: ObjectName): Table {
  const isNamed = (schema: string, name: string): boolean => schema === from.schema && name === from.name;
  const { foreignKeys, partitionOf, partitioning } = table;
  const reference = (key: ForeignKey): ForeignKey =>
    isNamed(key.references.schema, key.references.table)
      ? { ...key, references: { ...key.references, table: to.name } }
      : key;
  const isPartition = partitionOf !== null && isNamed(partitionOf.schema, partitionOf.table);
  return {
    ...table,
    foreignKeys: foreignKeys.map(reference),
    partitionOf: isPartition ? { ...partitionOf, table: to.name } : partitionOf,
    partitioning:
      partitioning === null
        ? null
        : {
            ...partitioning,
            partitions: partitioning.partitions.map((partition) =>
              isNamed(partition.schema, partition.table) ? { ...partition, table: to.name } : partition,
            ),
          },
  };
}

function lineageAfter({ tables, columns, conversions }: Lineage, from: ObjectName, to: ObjectName): Lineage {
  const moved = <Value>(entries: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    new Map([...entries].map(([key, value]) => [key === objectKey(from) ? objectKey(to) : key, value]));
  return { tables: moved(tables), columns: moved(columns), conversions: moved(conversions) };
}
