import type { Catalog, Table, UserType, View } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { sqlName, type ObjectName } from '#core/catalog/object-name.ts';

/** Rows to ask about: a table, a view, or a query. */
export interface RowSource {
  /** What stands after FROM; a query stands in parentheses and has an alias. */
  readonly sql: string;
  /** Its columns' types as `format_type` prints them, as far as they are known: they say how values are compared. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The domains and composite types that these types may be. */
  readonly types?: readonly UserType[];
}

export function rowsOf(relation: Table | View, { types }: Pick<Catalog, 'types'>): RowSource {
  return { sql: fullName(relation), columns: relation.columns, types };
}

/** With its schema always: a temporary table of the same name would stand before it. */
export function fullName({ schema, name }: ObjectName): string {
  return `${quoteName(schema)}.${quoteName(name)}`;
}

/**
 * A column as it can be grouped, sorted and compared: itself, or its text where its type has no order and no equality
 * that PostgreSQL could group by.
 */
export function comparable({ columns, types = [] }: RowSource, name: string): string {
  const type = columns.find((column) => column.name === name)?.type;
  return type === undefined || isComparable(type, types) ? quoteName(name) : `${quoteName(name)}::text`;
}

/** Without a B-tree operator class in PostgreSQL 18; `xid` and its like hold no facts of anybody's. */
const incomparable = new Set([
  'json',
  'xml',
  'point',
  'line',
  'lseg',
  'box',
  'path',
  'polygon',
  'circle',
  'jsonpath',
  'aclitem',
  'xid',
  'cid',
  'txid_snapshot',
  'pg_snapshot',
  'refcursor',
]);

/** Whether rows can be grouped by a column of this type. */
export function isComparable(type: string, types: readonly UserType[]): boolean {
  const element = type.replace(/(\[\])+$/, '');
  const own = types.find((each) => element === sqlName(each) || element === fullName(each));
  if (own === undefined) return !incomparable.has(element);
  if (own.domain !== null) return isComparable(own.domain.type, types);
  return own.attributes.every((attribute) => isComparable(attribute.type, types));
}
