import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { columnOf, freeTable, quoteList } from './subject.ts';

/** A table that holds several values of each row of another, one per row. */
interface ChildTable {
  /** What one value is: `phone`. */
  readonly value: string;
  /** What a list of them is called: `phones`. */
  readonly values: string;
  readonly type: string;
  /** SELECTs of `position` and `value` for each row of the parent `p`, joined laterally. */
  readonly source: string;
  readonly dropped: readonly string[];
}

/**
 * Moves values of a table's columns into a table of their own, and drops the columns. Null where nothing identifies the
 * table's rows, or where something else is declared on the columns, which would go with them.
 */
export function childTableScript(catalog: Catalog, table: Table, child: ChildTable): string | null {
  const { primaryKey } = table;
  if (primaryKey === null || isDeclaredOn(catalog, table, child.dropped)) return null;
  const key = primaryKey.columns.flatMap((name) => columnOf(table, name) ?? []);
  const name = freeTable(catalog, table.schema, `${table.name}_${child.values}`);
  const made: ObjectName = { schema: table.schema, name };
  const parent = key.map((column) => ownName(table, column));
  const value = parent.includes(child.value) ? 'value' : child.value;
  const place = parent.includes('position') ? 'place' : 'position';
  const drops = child.dropped.map((column) => `drop column ${quoteName(column)}`);
  return [
    `create table ${sqlName(made)} (`,
    ...key.map((column, index) => `  ${quoteName(parent[index] ?? '')} ${column.type} not null,`),
    `  ${quoteName(place)} integer not null,`,
    `  ${quoteName(value)} ${child.type} not null,`,
    `  primary key (${quoteList([...parent, place])}),`,
    `  foreign key (${quoteList(parent)}) references ${sqlName(table)} (${quoteList(primaryKey.columns)}) on delete cascade`,
    ');',
    `insert into ${sqlName(made)}`,
    `select ${key.map((column) => `p.${quoteName(column.name)}`).join(', ')}, each.position, each.value`,
    `from ${sqlName(table)} as p cross join lateral (${child.source}) as each (position, value)`,
    'where each.value is not null;',
    `alter table ${sqlName(table)}\n  ${drops.join(',\n  ')};`,
  ].join('\n');
}

/** `customer_id` for the key `id` of `customer`. */
function ownName(table: Table, { name }: Column): string {
  return name === 'id' ? `${table.name}_id` : name;
}

/** Whether a key, a check, an index, a view or another column would be lost, or stand in the way, with these columns. */
function isDeclaredOn({ views }: Catalog, table: Table, columns: readonly string[]): boolean {
  const { primaryKey, uniques, foreignKeys, checks, exclusions, triggers, indexes, partitioning } = table;
  const keys = [...(primaryKey === null ? [] : [primaryKey]), ...uniques, ...foreignKeys];
  const expressions = [
    ...checks.map(({ expression }) => expression),
    ...exclusions.flatMap(({ elements, where }) => [...elements.map(({ expression }) => expression), where ?? '']),
    ...table.columns.map(({ generated }) => generated ?? ''),
    ...triggers.map(({ definition }) => definition),
    ...indexes.flatMap(({ where, columns: on }) => [where ?? '', ...on.map(({ expression }) => expression)]),
  ].join('\n');
  return (
    keys.some((key) => key.columns.some((name) => columns.includes(name))) ||
    (partitioning?.key ?? []).some((name) => columns.includes(name)) ||
    columns.some((name) => expressions.includes(name)) ||
    views.some(({ dependsOn }) => dependsOn.some(({ schema, name }) => schema === table.schema && name === table.name))
  );
}
