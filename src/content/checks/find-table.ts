import type { Catalog, Table, View } from '#core/catalog/catalog.ts';
import { didYouMean } from '#content/nearest.ts';
import { code } from '#content/words.ts';
import { quoteName } from './sql-names.ts';

/**
 * The table of that name, verbatim; in `public` where several schemas have one. A name with a dot may also be schema
 * and table.
 */
export function findTable(catalog: Catalog, name: string): Table | null {
  return findNamed(catalog.tables, name);
}

/** The same for whatever holds rows: a table or a view. */
export function findRelation(catalog: Catalog, name: string): Table | View | null {
  return findNamed<Table | View>([...catalog.tables, ...catalog.views], name);
}

function findNamed<T extends { readonly schema: string; readonly name: string }>(
  all: readonly T[],
  name: string,
): T | null {
  const named = all.filter((each) => each.name === name);
  return (
    named.find(({ schema }) => schema === 'public') ??
    named[0] ??
    all.find((each) => `${each.schema}.${each.name}` === name) ??
    null
  );
}

/** Why there is no such table, with the nearest that there is. */
export function noSuchTable(catalog: Catalog, name: string): string {
  if (catalog.views.some((view) => view.name === name)) return `${code(name)} is a view; expected a table.`;
  const names = catalog.tables.map((table) => table.name);
  return `There is no table ${code(name)}.${didYouMean(name, names)}`;
}

/** Its full name as SQL. */
export function qualifiedName({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${quoteName(schema)}.${quoteName(name)}`;
}
