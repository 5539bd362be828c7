import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { isSameObject, objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { mentionsColumn } from '#core/catalog/rename-in-expression.ts';
import { err, ok } from '#core/shared/result.ts';
import { familyOf, noTable, tableOf, type Drawing, type Drawn, type EditOf } from './drawing.ts';
import { withKeyIndexes } from './key-indexes.ts';
import { ofItsParent } from './of-its-parent.ts';
import { withoutLooseReferences } from './loose-references.ts';

/** Keys, checks and indexes in which it takes part go with it, and so do columns that are computed from it. */
export function dropColumn(drawing: Drawing, { table: name, column }: EditOf<'drop-column'>): Drawn {
  const { catalog } = drawing;
  const table = tableOf(catalog, name);
  if (table === undefined) return noTable(name);
  if (!table.columns.some((other) => other.name === column)) return ok(drawing);
  if (table.partitionOf !== null) return err(ofItsParent(table));
  if (table.partitioning?.key.some((part) => part === column || mentionsColumn(part, column)) === true) {
    return err(`\`${qualifiedName(name)}\` is partitioned by \`${column}\`, so it can not be dropped.`);
  }
  const computed = table.columns.filter(({ generated }) => generated !== null && mentionsColumn(generated, column));
  const gone = [column, ...computed.map((other) => other.name)];
  const reader = catalog.views.find(
    ({ dependsOn, definition }) =>
      dependsOn.some((other) => isSameObject(other, name)) && gone.some((lost) => mentionsColumn(definition, lost)),
  );
  if (reader !== undefined) {
    return err(
      `The view \`${qualifiedName(reader)}\` reads \`${column}\` of \`${qualifiedName(name)}\`: change or drop the view by SQL first.`,
    );
  }
  const family = familyOf(catalog, name);
  const isOfFamily = (other: ObjectName) => family.some((one) => isSameObject(one, other));
  const owners = new Set(family.flatMap((one) => gone.map((lost) => `${one.schema}.${one.name}.${lost}`)));
  const tables = catalog.tables.map((other) => (isOfFamily(other) ? withoutColumns(other, gone) : other));
  const drawn: Catalog = {
    ...catalog,
    tables,
    sequences: catalog.sequences.filter(({ ownedBy }) => ownedBy === null || !owners.has(ownedBy)),
  };
  return ok({
    catalog: withoutLooseReferences(drawn),
    lineage: family.reduce((all, one) => forget(all, one, gone), drawing.lineage),
  });
}

function withoutColumns(table: Table, gone: readonly string[]): Table {
  const isFree = (names: readonly string[]): boolean => !names.some((name) => gone.includes(name));
  const isFreeOf = (expression: string | null): boolean =>
    expression === null || !gone.some((name) => mentionsColumn(expression, name));
  const isFreePart = (part: { readonly expression: string; readonly isExpression: boolean }): boolean =>
    part.isExpression ? isFreeOf(part.expression) : !gone.includes(part.expression);
  const isFreeKey = (key: { readonly columns: readonly string[]; readonly include: readonly string[] }): boolean =>
    isFree(key.columns) && isFree(key.include);
  const { primaryKey } = table;
  return withKeyIndexes({
    ...table,
    columns: table.columns.filter(({ name }) => !gone.includes(name)),
    primaryKey: primaryKey !== null && isFreeKey(primaryKey) ? primaryKey : null,
    uniques: table.uniques.filter(isFreeKey),
    checks: table.checks.filter(({ expression }) => isFreeOf(expression)),
    exclusions: table.exclusions.filter(({ elements, where }) => elements.every(isFreePart) && isFreeOf(where)),
    foreignKeys: table.foreignKeys.filter(({ columns }) => isFree(columns)).map((key) => withoutActionOn(key, gone)),
    indexes: table.indexes.filter(
      ({ columns, include, where }) => columns.every(isFreePart) && isFree(include) && isFreeOf(where),
    ),
  });
}

function withoutActionOn(key: ForeignKey, gone: readonly string[]): ForeignKey {
  return { ...key, onDeleteColumns: key.onDeleteColumns.filter((name) => !gone.includes(name)) };
}

function forget(lineage: Drawing['lineage'], table: ObjectName, gone: readonly string[]): Drawing['lineage'] {
  const key = objectKey(table);
  const without = (all: ReadonlyMap<string, ReadonlyMap<string, string>>) => {
    const own = all.get(key);
    if (own === undefined) return all;
    return new Map([...all, [key, new Map([...own].filter(([name]) => !gone.includes(name)))]]);
  };
  return { ...lineage, columns: without(lineage.columns), conversions: without(lineage.conversions) };
}
