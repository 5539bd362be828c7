import type { Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { columnKey, type ColumnOfTable } from './foreign-key-ties.ts';

/** By `columnKey`, the surrogate that a column is, as `table.column` of a key that it belongs to. */
export type Surrogates = ReadonlyMap<string, string>;

/**
 * Columns that stand for no attribute, and for a row instead: those of declared keys, and what foreign keys tie to them.
 * Where only one table of the design has columns of a tie, nothing is joined by it, and each of its columns is for itself.
 */
export function surrogateColumns(tables: readonly Table[], ties: readonly (readonly ColumnOfTable[])[]): Surrogates {
  const surrogates = new Map<string, string>();
  for (const tie of ties) {
    const own = tie.filter(({ table }) => tables.includes(table));
    const ofKeys = own.filter(({ table, column }) => declaredKeys(table).flat().includes(column));
    const [first] = ofKeys;
    if (first === undefined) continue;
    const isShared = new Set(own.map(({ table }) => table)).size > 1;
    for (const each of isShared ? own : ofKeys) surrogates.set(columnKey(each), nameOf(isShared ? first : each));
  }
  return surrogates;
}

function nameOf({ table, column }: ColumnOfTable): string {
  return `${qualifiedName(table)}.${column}`;
}

/** The columns of each key that a table declares: its primary key, unique constraints and plain unique indexes. */
export function declaredKeys({ primaryKey, uniques, indexes }: Table): readonly (readonly string[])[] {
  const plain = indexes.filter(
    ({ unique, valid, constraint, where, columns }) =>
      unique && valid && constraint === null && where === null && !columns.some((column) => column.isExpression),
  );
  return [
    ...(primaryKey === null ? [] : [primaryKey.columns]),
    ...uniques.map(({ columns }) => columns),
    ...plain.map(({ columns }) => columns.map(({ expression }) => expression)),
  ].filter((columns) => columns.length > 0);
}
