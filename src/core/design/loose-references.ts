import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import { tableOf } from './drawing.ts';

/** Foreign keys that reference nothing unique any more go: PostgreSQL lets no key go without them. */
export function withoutLooseReferences(catalog: Catalog): Catalog {
  let isSame = true;
  const tables = catalog.tables.map((table) => {
    const kept = table.foreignKeys.filter((key) => referencesKey(catalog, key));
    if (kept.length === table.foreignKeys.length) return table;
    isSame = false;
    return { ...table, foreignKeys: kept };
  });
  return isSame ? catalog : { ...catalog, tables };
}

/** Whether a foreign key's columns are all of a key there, in whatever order. */
function referencesKey(catalog: Catalog, { references }: ForeignKey): boolean {
  const name: ObjectName = { schema: references.schema, name: references.table };
  const table = tableOf(catalog, name);
  return table !== undefined && hasKeyOn(table, references.columns);
}

/** A unique index on whole columns will do, too; a key that is checked later will not. */
export function hasKeyOn(table: Table, columns: readonly string[]): boolean {
  const wanted = columns.toSorted().join('\u{0}');
  const isOn = (names: readonly string[]): boolean => names.toSorted().join('\u{0}') === wanted;
  const keys = [...(table.primaryKey === null ? [] : [table.primaryKey]), ...table.uniques];
  return (
    keys.some((key) => !key.deferrable && isOn(key.columns)) ||
    table.indexes.some(
      (index) =>
        index.unique &&
        keys.every((key) => key.name !== index.constraint || !key.deferrable) &&
        index.where === null &&
        index.columns.every(({ isExpression }) => !isExpression) &&
        isOn(index.columns.map(({ expression }) => expression)),
    )
  );
}
