import type { Catalog } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';

/** Tables, views, indexes and sequences of a schema share their names, and so do types with tables. */
export function isNameTaken(catalog: Catalog, name: ObjectName): boolean {
  const { tables, views, sequences, types } = catalog;
  return (
    [...tables, ...views, ...sequences, ...types].some((thing) => isSameObject(thing, name)) ||
    tables.some(({ schema, indexes }) => schema === name.schema && indexes.some((index) => index.name === name.name))
  );
}

/** Every name that a constraint or an index of the schema can not have. */
export function takenNames({ tables, views, sequences, types }: Catalog, schema: string): ReadonlySet<string> {
  const here = <Thing extends ObjectName>(things: readonly Thing[]) =>
    things.filter((thing) => thing.schema === schema);
  return new Set([
    ...[...here(tables), ...here(views), ...here(sequences), ...here(types)].map(({ name }) => name),
    ...here(tables).flatMap(({ primaryKey, uniques, checks, exclusions, foreignKeys, indexes }) =>
      [
        ...(primaryKey === null ? [] : [primaryKey]),
        ...uniques,
        ...checks,
        ...exclusions,
        ...foreignKeys,
        ...indexes,
      ].map(({ name }) => name),
    ),
  ]);
}

export function nameTaken(name: ObjectName): string {
  return `The name \`${qualifiedName(name)}\` is taken.`;
}
