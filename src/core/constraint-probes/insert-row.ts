import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { familyOf } from './candidates.ts';
import { literal, quoteText, typedLiteral } from './sql-literal.ts';
import type { RowValues } from './made-row.ts';
import { columnOf, plainTypeOf } from './tables-of.ts';

/** A value as it stands in SQL for this column. */
export function valueFor(catalog: Pick<Catalog, 'types'>, table: Table, column: string, value: string | null): string {
  if (value === null) return 'null';
  switch (familyOf(plainTypeOf(catalog, columnOf(table, column)?.type ?? 'text').type)) {
    case 'whole':
    case 'fraction':
      return literal(value);
    case 'boolean':
      return value === 'true' || value === 'false' ? value : quoteText(value);
    case 'text':
    case 'moment':
    case 'other':
      return quoteText(value);
  }
}

export function insertRow(
  catalog: Pick<Catalog, 'types'>,
  table: Table,
  values: RowValues,
  options: { readonly overrides?: boolean } = {},
): string {
  const columns = table.columns.filter(({ name }) => values.has(name));
  if (columns.length === 0) return `insert into ${sqlName(table)} default values`;
  const isAlways = columns.some(({ identity }) => identity === 'always') && options.overrides !== false;
  const names = columns.map(({ name }) => quoteName(name)).join(', ');
  const list = columns.map(({ name }) => valueFor(catalog, table, name, values.get(name) ?? null)).join(', ');
  return `insert into ${sqlName(table)} (${names})${isAlways ? ' overriding system value' : ''} values (${list})`;
}

/** The condition that these columns hold these values, types and NULLs included. */
export function whereRow(
  catalog: Pick<Catalog, 'types'>,
  table: Table,
  columns: readonly string[],
  values: RowValues,
): string {
  return columns
    .map((name) => {
      const value = values.get(name) ?? null;
      return value === null
        ? `${quoteName(name)} is null`
        : `${quoteName(name)} = ${valueFor(catalog, table, name, value)}`;
    })
    .join(' and ');
}

export function typedFor(catalog: Pick<Catalog, 'types'>, table: Table, column: string, value: string | null): string {
  return typedLiteral(value, plainTypeOf(catalog, columnOf(table, column)?.type ?? 'text').type);
}
