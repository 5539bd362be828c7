import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { isSameObject, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { SchemaEdit } from './schema-edit.ts';

/** What is drawn so far. */
export interface Drawing {
  readonly catalog: Catalog;
  readonly lineage: Lineage;
}

/** The drawing after an edit, the same one where nothing changed, or a sentence that says why it can not be made. */
export type Drawn = Result<Drawing, string>;

export type EditOf<Kind extends SchemaEdit['kind']> = Extract<SchemaEdit, { readonly kind: Kind }>;

export function tableOf(catalog: Catalog, name: ObjectName): Table | undefined {
  return catalog.tables.find((table) => isSameObject(table, name));
}

export function noTable(name: ObjectName): Drawn {
  return err(`The table \`${qualifiedName(name)}\` is not there any more.`);
}

export function noColumn(table: ObjectName, column: string): Drawn {
  return err(`\`${qualifiedName(table)}\` has no column \`${column}\` any more.`);
}

/** Changes one table, and where it is partitioned what its partitions take from it. */
export function withTable(drawing: Drawing, name: ObjectName, change: (table: Table) => Table): Drawing {
  return withTables(drawing, [name], change);
}

export function withTables(drawing: Drawing, names: readonly ObjectName[], change: (table: Table) => Table): Drawing {
  const tables = drawing.catalog.tables.map((table) =>
    names.some((name) => isSameObject(name, table)) ? change(table) : table,
  );
  return { ...drawing, catalog: { ...drawing.catalog, tables } };
}

/** A table and its partitions, theirs too. */
export function familyOf(catalog: Catalog, { schema, name }: ObjectName): readonly ObjectName[] {
  const own = catalog.tables.filter(
    ({ partitionOf }) => partitionOf !== null && partitionOf.schema === schema && partitionOf.table === name,
  );
  return [{ schema, name }, ...own.flatMap((partition) => familyOf(catalog, partition))];
}

/** Changes a table that has to be there. */
export function changeTable(
  drawing: Drawing,
  name: ObjectName,
  change: (table: Table) => Result<Table, string>,
): Drawn {
  const table = tableOf(drawing.catalog, name);
  if (table === undefined) return noTable(name);
  const changed = change(table);
  if (!changed.ok) return changed;
  if (changed.value === table) return ok(drawing);
  return ok(withTable(drawing, name, () => changed.value));
}

/** As the catalog's reader sorts: by the characters' codes. */
export function byName<Thing extends { readonly name: string }>(things: readonly Thing[]): readonly Thing[] {
  return things.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

export function bySchemaAndName<Thing extends ObjectName>(things: readonly Thing[]): readonly Thing[] {
  return byName(things).toSorted((one, other) => (one.schema < other.schema ? -1 : one.schema > other.schema ? 1 : 0));
}
