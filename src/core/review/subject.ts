import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';

/** How many rows of a table are read to judge it. */
export const sampleRows = 10_000;

/** What is reviewed: a partition has the design of its parent, and a temporary table has none. */
export function reviewedTables(catalog: Catalog): readonly Table[] {
  return catalog.tables.filter(({ partitionOf, persistence }) => partitionOf === null && persistence !== 'temporary');
}

/** A relation of the first rows only, for the FROM of a question. */
export function sampleOf(table: Table, alias: string): string {
  return `(select * from ${sqlName(table)} limit ${sampleRows}) ${alias}`;
}

/** `of the first 10,000 rows` where there are more than were read, and nothing where all were. */
export function sampleWords({ rows }: Table): string {
  return rows.count > sampleRows ? ` of the first ${formatCount(sampleRows)} rows` : '';
}

export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 row`, `1,800 rows`. */
export function rowsWords(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
}

/** In backticks, as sentences name things. */
export function code(...names: readonly string[]): string {
  return names.map((name) => `\`${name.replaceAll('`', '')}\``).join(', ');
}

export function columnWords(table: Table, column: string): string {
  return code(`${qualifiedName(table)}.${column}`);
}

export function quoteList(names: readonly string[]): string {
  return names.map(quoteName).join(', ');
}

/** A string constant, also where `standard_conforming_strings` is off. */
export function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

export function isText({ type }: Pick<Column, 'type'>): boolean {
  return /^(?:text|citext|character(?: varying)?(?:\(\d+\))?)$/.test(type);
}

export function isInteger({ type }: Pick<Column, 'type'>): boolean {
  return /^(?:smallint|integer|bigint)$/.test(type);
}

export function isNumber(column: Pick<Column, 'type'>): boolean {
  return isInteger(column) || /^(?:numeric|real$|double precision$|money$)/.test(column.type);
}

/** Whether a column is part of a key, unique or not, or refers to one. */
export function isInKey(table: Table, column: string): boolean {
  const { primaryKey, uniques, foreignKeys } = table;
  return [...(primaryKey === null ? [] : [primaryKey]), ...uniques, ...foreignKeys].some(({ columns }) =>
    columns.includes(column),
  );
}

/** Whether a check says something of a column: then somebody has thought about its values. */
export function isChecked(table: Table, column: string): boolean {
  return table.checks.some(({ expression }) => mentions(expression, column));
}

/** Whether an expression names a column; in doubt it does. */
export function mentions(expression: string, column: string): boolean {
  const escaped = quoteName(column).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w$"])${escaped}(?![\\w$"])`, 'u').test(expression);
}

/** A name that no column of the table has yet. */
export function freeColumn(table: Pick<Table, 'columns'>, wanted: string): string {
  const taken = new Set(table.columns.map(({ name }) => name));
  return freeName(wanted, taken);
}

/** A name that nothing in the table's schema has yet. */
export function freeTable(catalog: Catalog, schema: string, wanted: string): string {
  const things = [...catalog.tables, ...catalog.views, ...catalog.sequences, ...catalog.types];
  const indexes = catalog.tables.filter((table) => table.schema === schema).flatMap((table) => table.indexes);
  const taken = new Set([...things.filter((thing) => thing.schema === schema), ...indexes].map(({ name }) => name));
  return freeName(wanted, taken);
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted}_${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Finds tables by schema and name. */
export function tableFinder(catalog: Catalog): (name: { schema: string; name: string }) => Table | undefined {
  const tables = new Map(catalog.tables.map((table) => [objectKey(table), table]));
  return (name) => tables.get(objectKey(name));
}
