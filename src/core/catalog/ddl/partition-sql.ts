import type { Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { commentsOf } from './comment-sql.ts';
import type { DdlContext } from './ddl-context.ts';
import { inLowerCase } from './sql-text.ts';
import { createTable, partitionBy, plainIndexes, type TableStatements } from './table-sql.ts';

/** A partition, with what it has more than its parent. */
export function createPartition(
  table: Table,
  { schema, table: parentName, bounds }: NonNullable<Table['partitionOf']>,
  stands: (target: Table) => boolean,
  context: DdlContext,
): TableStatements {
  const parent = context.tables.get(objectKey({ schema, name: parentName }));
  if (parent === undefined) return createTable(table, stands, context);
  const sql = `create table ${sqlName(table)} partition of ${sqlName(parent)}\n  ${inLowerCase(bounds)}${partitionBy(table)}`;
  context.taken.takeTable(table);
  const own = table.indexes.filter(
    (index) =>
      index.constraint === null &&
      !parent.indexes.some((above) =>
        isSameData({ ...above, name: '', constraint: null }, { ...index, name: '', constraint: null }),
      ),
  );
  return {
    statements: [
      { sql, about: `partition ${qualifiedName(table)}` },
      ...plainIndexes({ ...table, indexes: own }, context),
      ...commentsOf(table),
    ],
    later: [],
  };
}
