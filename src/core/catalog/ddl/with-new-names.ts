import type { Catalog, Column, Index, Table, View } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { tokensOf } from './sql-text.ts';

/**
 * The live catalog as PostgreSQL has it after the renamings, which it carries into everything that names the table or
 * column. In expressions that is done by words, which may hit a function of the same name: what then looks changed is
 * written again, at worst for nothing.
 */
export function withNewNames(live: Catalog, kept: ReadonlyMap<Table, Table>, lineage: Lineage): Catalog {
  const tables = new Map<string, ObjectName>();
  const columns = new Map<string, ReadonlyMap<string, string>>();
  for (const [source, after] of kept) {
    tables.set(objectKey(source), { schema: after.schema, name: after.name });
    columns.set(objectKey(source), newColumnNames(source, after, lineage));
  }
  for (const { schema, name } of live.tables) {
    const key = objectKey({ schema, name });
    if (!tables.has(key)) tables.set(key, { schema, name: nameOfDoomed(name) });
  }
  const tableName = (name: ObjectName): ObjectName => tables.get(objectKey(name)) ?? name;
  const columnName = (table: ObjectName, name: string): string => columns.get(objectKey(table))?.get(name) ?? name;
  return {
    ...live,
    tables: live.tables.map((table) => renameTable(table, tableName, columnName)),
    views: live.views.map((view) => ({ ...view, dependsOn: view.dependsOn.map(tableName) })),
    sequences: live.sequences.map((sequence) => {
      const owner = live.tables
        .flatMap((table) => table.columns.map((column) => ({ table, column: column.name })))
        .find(({ table, column }) => sequence.ownedBy === `${table.schema}.${table.name}.${column}`);
      if (owner === undefined) return sequence;
      const { schema, name } = tableName(owner.table);
      return { ...sequence, schema, ownedBy: `${schema}.${name}.${columnName(owner.table, owner.column)}` };
    }),
  };
}

/** What goes while another takes its name must not be taken for that other: no name holds this character. */
function nameOfDoomed(name: string): string {
  return `${name}\0`;
}

/** By a live column's name what it will be called. */
function newColumnNames(source: Table, after: Table, lineage: Lineage): ReadonlyMap<string, string> {
  const given = lineage.columns.get(objectKey(after)) ?? new Map<string, string>();
  const standing = new Set(source.columns.map(({ name }) => name));
  const moved = new Map([...given].filter(([, from]) => standing.has(from)).map(([to, from]) => [from, to]));
  const doomed = [...standing].filter((name) => !moved.has(name) && given.has(name));
  return new Map([...moved, ...doomed.map((name) => [name, nameOfDoomed(name)] as const)]);
}

function renameTable(
  table: Table,
  tableName: (name: ObjectName) => ObjectName,
  columnName: (table: ObjectName, name: string) => string,
): Table {
  const own = (name: string): string => columnName(table, name);
  const text = (expression: string): string => withWords(expression, own);
  const optional = (expression: string | null): string | null => (expression === null ? null : text(expression));
  const element = <Element extends { readonly expression: string; readonly isExpression: boolean }>(
    one: Element,
  ): Element => ({
    ...one,
    expression: one.isExpression ? text(one.expression) : own(one.expression),
  });
  const key = <Key extends { readonly columns: readonly string[]; readonly include: readonly string[] }>(
    one: Key,
  ): Key => ({
    ...one,
    columns: one.columns.map(own),
    include: one.include.map(own),
  });
  const index = (one: Index): Index => ({
    ...one,
    columns: one.columns.map(element),
    include: one.include.map(own),
    where: optional(one.where),
  });
  return {
    ...table,
    ...tableName(table),
    columns: table.columns.map((column): Column => ({
      ...column,
      name: own(column.name),
      generated: optional(column.generated),
    })),
    primaryKey: table.primaryKey === null ? null : key(table.primaryKey),
    uniques: table.uniques.map(key),
    checks: table.checks.map((check) => ({ ...check, expression: text(check.expression) })),
    exclusions: table.exclusions.map((one) => ({
      ...one,
      elements: one.elements.map(element),
      where: optional(one.where),
    })),
    foreignKeys: table.foreignKeys.map((one) => {
      const target = { schema: one.references.schema, name: one.references.table };
      const { schema, name } = tableName(target);
      const columns = one.references.columns.map((column) => columnName(target, column));
      return {
        ...one,
        columns: one.columns.map(own),
        onDeleteColumns: one.onDeleteColumns.map(own),
        references: { schema, table: name, columns },
      };
    }),
    indexes: table.indexes.map(index),
    partitionOf:
      table.partitionOf === null ? null : { ...table.partitionOf, ...parentName(table.partitionOf, tableName) },
  };
}

function parentName(
  { schema, table }: { readonly schema: string; readonly table: string },
  tableName: (name: ObjectName) => ObjectName,
): { readonly schema: string; readonly table: string } {
  const parent = tableName({ schema, name: table });
  return { schema: parent.schema, table: parent.name };
}

/** A view whose text names what is renamed, written with the new names. Its own columns keep theirs. */
export function viewWithNewNames(view: View, names: ReadonlyMap<string, string>): View {
  return { ...view, definition: withWords(view.definition, (name) => names.get(name) ?? name) };
}

function withWords(expression: string, nameOf: (name: string) => string): string {
  return tokensOf(expression)
    .map((token) => {
      if (token.kind !== 'name' || /^[A-Z_]+$/.test(token.text)) return token.text;
      const name = nameOf(token.name);
      return name === token.name ? token.text : quoteName(name);
    })
    .join('');
}
