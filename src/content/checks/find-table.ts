import type { Catalog, Table, View } from '#core/catalog/catalog.ts';
import { didYouMean } from '#content/nearest.ts';
import { code } from '#content/words.ts';
import { quoteName } from './sql-names.ts';

interface Named {
  readonly schema: string;
  readonly name: string;
}

/** The table that a plain name means under the default search path, or that `schema.table` names. */
export function findTable(catalog: Catalog, name: string): Table | null {
  return findNamed(catalog.tables, name);
}

/** The same for whatever holds rows: a table or a view. */
export function findRelation(catalog: Catalog, name: string): Table | View | null {
  return findNamed<Table | View>([...catalog.tables, ...catalog.views], name);
}

function findNamed<T extends Named>(all: readonly T[], name: string): T | null {
  const plain = all.filter((each) => each.name === name && isOnPath(each));
  return plain[0] ?? all.find((each) => `${each.schema}.${each.name}` === name) ?? null;
}

function isOnPath({ schema }: Named): boolean {
  return schema === 'public' || schema.startsWith('pg_temp');
}

/** Why there is no such table, with the nearest that there is. */
export function noSuchTable(catalog: Catalog, name: string): string {
  if (catalog.views.some((view) => view.name === name && isOnPath(view))) {
    return `${code(name)} is a view; expected a table.`;
  }
  const elsewhere = catalog.tables.find((table) => table.name === name);
  if (elsewhere !== undefined) {
    return `There is no table ${code(name)} in the schema \`public\`; the one in ${code(elsewhere.schema)} does not count.`;
  }
  const names = catalog.tables.filter(isOnPath).map((table) => table.name);
  return `There is no table ${code(name)}.${didYouMean(name, names)}`;
}

/** Its full name as SQL. */
export function qualifiedName({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${quoteName(schema)}.${quoteName(name)}`;
}
