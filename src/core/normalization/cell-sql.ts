import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { isComparable } from './row-source.ts';

/** By column, as PostgreSQL prints it. */
export type CellValues = ReadonlyMap<string, string | null>;

/** What a column's values are once its domains are taken off. */
export function plainType({ types }: Pick<Catalog, 'types'>, typeName: string): string {
  const type = types.find(
    ({ schema, name, kind }) =>
      kind === 'domain' &&
      [name, quoteName(name), `${quoteName(schema)}.${quoteName(name)}`, `"${name}"`].includes(typeName),
  );
  return type?.domain == null ? typeName : plainType({ types: types.filter((one) => one !== type) }, type.domain.type);
}

const numeric = /^(smallint|integer|bigint|numeric|real|double precision)\b/;

/** A value as a reader would write it for this column: numbers bare, all else in quotes. */
export function cellSql(catalog: Pick<Catalog, 'types'>, table: Table, column: string, value: string | null): string {
  if (value === null) return 'null';
  const type = plainType(catalog, table.columns.find(({ name }) => name === column)?.type ?? 'text');
  if (numeric.test(type) && /^-?\d{1,18}(\.\d+)?$/.test(value)) return value;
  return quoteValue(value);
}

/** Also where a session takes a backslash for more than itself. */
export function quoteValue(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/** The condition that these columns hold these values. */
export function whereCells(
  catalog: Pick<Catalog, 'types'>,
  table: Table,
  columns: readonly string[],
  values: CellValues,
): string {
  return columns
    .map((name) => {
      const value = values.get(name) ?? null;
      if (value === null) return `${quoteName(name)} is null`;
      const type = table.columns.find((column) => column.name === name)?.type ?? 'text';
      const cell = isComparable(type, catalog.types) ? quoteName(name) : `${quoteName(name)}::text`;
      return `${cell} = ${cellSql(catalog, table, name, value)}`;
    })
    .join(' and ');
}
