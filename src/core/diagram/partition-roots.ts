import type { Catalog, Partitioning, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';

/** By `objectKey` of each partition: the table that it is a part of, at the top. Others are not in it. */
export function rootsOf({ tables }: Catalog): ReadonlyMap<string, Table> {
  const byKey = new Map(tables.map((table) => [objectKey(table), table]));
  const roots = new Map<string, Table>();
  for (const table of tables) {
    let root: Table | undefined = table;
    // As many steps as there are tables: a catalog by hand may go in a ring.
    for (let step = 0; step < tables.length && root?.partitionOf != null; step += 1) {
      root = byKey.get(objectKey({ schema: root.partitionOf.schema, name: root.partitionOf.table }));
    }
    if (root !== undefined && root !== table && root.partitionOf === null) roots.set(objectKey(table), root);
  }
  return roots;
}

/** A partition as a line of its table; partitions of partitions stand below theirs. */
export interface PartitionLine {
  readonly name: string;
  readonly bounds: string;
  readonly depth: number;
}

/** `range (at): 12 partitions`. */
export function partitioningWords(partitioning: Partitioning, count: number): string {
  const { strategy, key } = partitioning;
  return `${strategy} (${key.join(', ')}): ${count} ${count === 1 ? 'partition' : 'partitions'}`;
}

export function partitionLinesOf(table: Table, catalog: Catalog, depth = 0): readonly PartitionLine[] {
  return (table.partitioning?.partitions ?? []).flatMap(({ schema, table: name, bounds }) => {
    const partition = catalog.tables.find((each) => each.schema === schema && each.name === name);
    const below =
      partition === undefined || partition === table || depth > 30
        ? []
        : partitionLinesOf(partition, catalog, depth + 1);
    return [{ name: qualifiedName({ schema, name }), bounds, depth }, ...below];
  });
}
