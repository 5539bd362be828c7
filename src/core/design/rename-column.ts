import type { Catalog, Index, Key, Table } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { isSameObject, objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { renameInExpression, type RenameMap } from '#core/catalog/rename-in-expression.ts';
import { familyOf, type Drawing } from './drawing.ts';

/** The column goes by another name in everything that names it; keys and indexes keep their own names, as in PostgreSQL. */
export function renameColumn({ catalog, lineage }: Drawing, table: ObjectName, from: string, to: string): Drawing {
  const family = familyOf(catalog, table);
  return {
    catalog: catalogAfter(catalog, family, from, to),
    lineage: family.reduce((all, one) => lineageAfter(all, one, from, to), lineage),
  };
}

function catalogAfter(catalog: Catalog, family: readonly ObjectName[], from: string, to: string): Catalog {
  const names: RenameMap = new Map([[from, to]]);
  const isOfFamily = (name: ObjectName): boolean => family.some((one) => isSameObject(one, name));
  const renamed = (name: string): string => names.get(name) ?? name;
  const owners = new Map<string, string>(
    family.map(({ schema, name }) => [`${schema}.${name}.${from}`, `${schema}.${name}.${to}`] as const),
  );
  return {
    ...catalog,
    tables: catalog.tables.map((table) => {
      const foreignKeys = table.foreignKeys.map((key) => {
        const { schema, table: name, columns } = key.references;
        if (!isOfFamily({ schema, name }) || !columns.includes(from)) return key;
        return { ...key, references: { ...key.references, columns: columns.map(renamed) } };
      });
      const isTouched = foreignKeys.some((key, at) => key !== table.foreignKeys[at]);
      const referencing = isTouched ? { ...table, foreignKeys } : table;
      return isOfFamily(table) ? ownAfter(referencing, names) : referencing;
    }),
    sequences: catalog.sequences.map((sequence) => {
      const owner = sequence.ownedBy === null ? undefined : owners.get(sequence.ownedBy);
      return owner === undefined ? sequence : { ...sequence, ownedBy: owner };
    }),
  };
}

function ownAfter(table: Table, names: RenameMap): Table {
  const renamed = (name: string): string => names.get(name) ?? name;
  const expression = (text: string): string => renameInExpression(text, names);
  const optional = (text: string | null): string | null => (text === null ? null : expression(text));
  const either = <Part extends { readonly expression: string; readonly isExpression: boolean }>(part: Part): Part => ({
    ...part,
    expression: part.isExpression ? expression(part.expression) : renamed(part.expression),
  });
  const key = (one: Key): Key => ({ ...one, columns: one.columns.map(renamed), include: one.include.map(renamed) });
  const index = (one: Index): Index => ({
    ...one,
    columns: one.columns.map(either),
    include: one.include.map(renamed),
    where: optional(one.where),
  });
  const { primaryKey, partitioning } = table;
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      name: renamed(column.name),
      generated: optional(column.generated),
    })),
    primaryKey: primaryKey === null ? null : key(primaryKey),
    uniques: table.uniques.map(key),
    checks: table.checks.map((check) => ({ ...check, expression: expression(check.expression) })),
    exclusions: table.exclusions.map((one) => ({
      ...one,
      elements: one.elements.map(either),
      where: optional(one.where),
    })),
    foreignKeys: table.foreignKeys.map((one) => ({
      ...one,
      columns: one.columns.map(renamed),
      onDeleteColumns: one.onDeleteColumns.map(renamed),
    })),
    indexes: table.indexes.map(index),
    partitioning:
      partitioning === null
        ? null
        : {
            ...partitioning,
            key: partitioning.key.map((part) => (names.has(part) ? renamed(part) : expression(part))),
          },
  };
}

/** Known by its first name for good; a new column has none, and needs no entry. */
function lineageAfter(lineage: Lineage, table: ObjectName, from: string, to: string): Lineage {
  const key = objectKey(table);
  const names: RenameMap = new Map([[from, to]]);
  const known = lineage.columns.get(key);
  const live = known?.get(from) ?? from;
  const own = new Map(known);
  own.delete(from);
  if (live !== to) own.set(to, live);
  const conversions = lineage.conversions.get(key);
  const moved =
    conversions &&
    new Map(
      [...conversions].map(([column, using]) => [column === from ? to : column, renameInExpression(using, names)]),
    );
  return {
    ...lineage,
    columns: new Map([...lineage.columns, [key, own]]),
    conversions: moved === undefined ? lineage.conversions : new Map([...lineage.conversions, [key, moved]]),
  };
}
