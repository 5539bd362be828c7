import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { isSameExpression } from './same-expression.ts';

/** Whether the tables of two catalogs are declared alike. Rows do not count, nor how an expression is printed. */
export function isSameSchema(one: Catalog, other: Catalog): boolean {
  const others = new Map(other.tables.map((table) => [objectKey(table), table]));
  return (
    one.tables.length === other.tables.length &&
    one.tables.every((table) => {
      const match = others.get(objectKey(table));
      return match !== undefined && isSameTable(table, match);
    })
  );
}

function isSameTable(one: Table, other: Table): boolean {
  return (
    isSameData(rest(one), rest(other)) &&
    isSameList(one.columns, other.columns, isSameColumn) &&
    isSameList(
      one.checks,
      other.checks,
      (a, b) => a.name === b.name && a.validated === b.validated && isSameExpression(a.expression, b.expression),
    ) &&
    isSameList(one.exclusions, other.exclusions, (a, b) => a.name === b.name) &&
    isSameList(one.indexes, other.indexes, (a, b) => a.name === b.name && a.columns.length === b.columns.length)
  );
}

function isSameColumn(one: Column, other: Column): boolean {
  return (
    isSameExpression(one.default, other.default) &&
    isSameExpression(one.generated, other.generated) &&
    isSameData({ ...one, default: null, generated: null }, { ...other, default: null, generated: null })
  );
}

function isSameList<Thing>(
  one: readonly Thing[],
  other: readonly Thing[],
  isSame: (left: Thing, right: Thing) => boolean,
): boolean {
  return (
    one.length === other.length &&
    one.every((thing, at) => {
      const match = other[at];
      return match !== undefined && isSame(thing, match);
    })
  );
}

function rest({ primaryKey, uniques, foreignKeys, comment, persistence }: Table) {
  return { primaryKey, uniques, foreignKeys, comment, persistence };
}
