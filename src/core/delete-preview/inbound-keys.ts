import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { isSameObject, objectKey, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';

/** A foreign key as a way that a delete takes, with the SQL to follow it. */
export interface InboundKey {
  readonly table: Table;
  readonly foreignKey: ForeignKey;
  /** The partitioned tables above, or the tables themselves: rows of one tree of partitions are rows of one table. */
  readonly childTree: string;
  readonly parentTree: string;
  readonly child: string;
  readonly parent: string;
  /** Joins the row `c` to the row `p` that it refers to. */
  readonly on: string;
}

/** The table that a partition is part of, all the way up. */
export function wholeOf({ tables }: Pick<Catalog, 'tables'>, name: ObjectName): ObjectName {
  let at = name;
  for (let level = 0; level < 20; level++) {
    const current = at;
    const above = tables.find((table) => isSameObject(table, current))?.partitionOf;
    if (above == null) return at;
    at = { schema: above.schema, name: above.table };
  }
  return at;
}

/** All foreign keys; those that a partition has from the table above it are left out. */
export function inboundKeys(catalog: Pick<Catalog, 'tables'>): readonly InboundKey[] {
  return catalog.tables.flatMap((table) =>
    table.foreignKeys
      .filter((foreignKey) => !isInherited(catalog, table, foreignKey))
      .map((foreignKey): InboundKey => {
        const { columns, references } = foreignKey;
        const parent = { schema: references.schema, name: references.table };
        return {
          table,
          foreignKey,
          childTree: objectKey(wholeOf(catalog, table)),
          parentTree: objectKey(wholeOf(catalog, parent)),
          child: sqlName(table),
          parent: sqlName(parent),
          on: columns
            .map((column, place) => `p.${quoteName(references.columns[place] ?? '')} = c.${quoteName(column)}`)
            .join(' and '),
        };
      }),
  );
}

function isInherited(
  { tables }: Pick<Catalog, 'tables'>,
  { partitionOf }: Table,
  { columns, references }: ForeignKey,
): boolean {
  const above = tables.find(({ schema, name }) => partitionOf?.schema === schema && partitionOf.table === name);
  return (
    above?.foreignKeys.some(
      (one) =>
        one.columns.join('\n') === columns.join('\n') &&
        one.references.schema === references.schema &&
        one.references.table === references.table,
    ) ?? false
  );
}
