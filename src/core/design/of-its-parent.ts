import type { Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';

/** Why a partition can not be changed by itself. */
export function ofItsParent(table: Table): string {
  const { partitionOf } = table;
  const parent = partitionOf === null ? '' : qualifiedName({ schema: partitionOf.schema, name: partitionOf.table });
  return `\`${qualifiedName(table)}\` is a partition: its columns are those of \`${parent}\`. Change them there.`;
}
