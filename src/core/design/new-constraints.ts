import type { Catalog, CheckConstraint, Exclusion, ForeignKey, Index, Key, Table } from '#core/catalog/catalog.ts';
import { plainKey } from '#core/catalog/plain-catalog.ts';
import { mentionsColumn } from '#core/catalog/rename-in-expression.ts';
import { fitName } from '#core/catalog/given-name.ts';
import { plainIndexColumn } from './key-indexes.ts';
import { foreignKeyOf } from './relations.ts';
import { takenNames } from './taken-names.ts';

/** Keys, checks and indexes to draw, under the names that PostgreSQL would give them. */

export function newPrimaryKey(catalog: Catalog, table: Table, columns: readonly string[]): Key | null {
  if (columns.length === 0) return null;
  const standing = table.primaryKey;
  if (standing !== null) return { ...standing, columns };
  return plainKey(fitName([table.name], 'pkey', takenNames(catalog, table.schema)), ...columns);
}

export function newUnique(catalog: Catalog, table: Table, parts: Omit<Key, 'name' | 'include'>): Key {
  return { ...parts, name: nameFor(catalog, table, parts.columns, 'key'), include: [] };
}

export function newCheck(catalog: Catalog, table: Table, expression: string): CheckConstraint {
  const columns = table.columns.map(({ name }) => name).filter((name) => mentionsColumn(expression, name));
  const name = nameFor(catalog, table, columns.length === 1 ? columns : [], 'check');
  return { name, expression: expression.trim(), validated: true };
}

export function newForeignKey(
  catalog: Catalog,
  table: Table,
  parts: Pick<ForeignKey, 'columns' | 'references' | 'onDelete' | 'onUpdate'> & Partial<ForeignKey>,
): ForeignKey {
  const key = foreignKeyOf(nameFor(catalog, table, parts.columns, 'fkey'), parts.columns, parts);
  return { ...key, ...parts, name: key.name };
}

export function newIndex(catalog: Catalog, table: Table, columns: readonly string[], unique: boolean): Index {
  return {
    name: nameFor(catalog, table, columns, 'idx'),
    method: 'btree',
    unique,
    constraint: null,
    columns: columns.map((column) => plainIndexColumn(column)),
    include: [],
    nullsNotDistinct: false,
    where: null,
    valid: true,
  };
}

export function newExclusion(
  catalog: Catalog,
  table: Table,
  pairs: readonly { readonly column: string; readonly operator: string }[],
): Exclusion {
  return {
    name: nameFor(
      catalog,
      table,
      pairs.map(({ column }) => column),
      'excl',
    ),
    method: 'gist',
    elements: pairs.map(({ column, operator }) => ({ expression: column, isExpression: false, operator })),
    where: null,
    deferrable: false,
    initiallyDeferred: false,
  };
}

function nameFor(catalog: Catalog, table: Table, columns: readonly string[], label: string): string {
  const taken = takenNames(catalog, table.schema);
  return columns.length === 0
    ? fitName([table.name], label, taken)
    : fitName([table.name, columns.join('_')], label, taken);
}
