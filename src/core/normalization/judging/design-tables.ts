import { withoutArchive } from '#core/catalog/archive-schema.ts';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { isSameObject } from '#core/catalog/object-name.ts';

/**
 * The tables of a learner's design: those made since `before`, and those whose columns changed since. A table that only
 * has another name now was neither made nor changed. Partitions are their table's; temporary tables end with the session,
 * and are at most a tool for the move.
 */
export function designTables(before: Catalog, now: Catalog): readonly Table[] {
  const earlier = withoutArchive(before).tables;
  const later = ownTables(now);
  const gone = earlier.filter((table) => !later.some((each) => isSameObject(each, table)));
  return later.filter((table) => {
    if (table.persistence === 'temporary') return false;
    const same = earlier.find((each) => isSameObject(each, table));
    return same === undefined ? !gone.some((each) => isRenamed(each, table)) : !hasSameColumns(same, table);
  });
}

/** The tables that may lend a design what it has no table for: they are as they were. */
export function untouchedTables(before: Catalog, now: Catalog): readonly Table[] {
  const made = designTables(before, now);
  return ownTables(now).filter((table) => table.persistence !== 'temporary' && !made.includes(table));
}

function ownTables(catalog: Catalog): readonly Table[] {
  return withoutArchive(catalog).tables.filter(
    ({ partitionOf, columns }) => partitionOf === null && columns.length > 0,
  );
}

function hasSameColumns(one: Table, other: Table): boolean {
  return columnsText(one) === columnsText(other);
}

function columnsText({ columns }: Table): string {
  return JSON.stringify(columns.map(({ name, type }) => [name, type]));
}

/** A copy made by hand has no key that is called as the old one's was: constraints keep their names in a renaming. */
function isRenamed(before: Table, now: Table): boolean {
  const isAsLarge = before.rows.count === now.rows.count;
  return hasSameColumns(before, now) && isAsLarge && constraintNames(before) === constraintNames(now);
}

function constraintNames({ primaryKey, uniques, foreignKeys, checks }: Table): string {
  return JSON.stringify([primaryKey?.name, ...[...uniques, ...foreignKeys, ...checks].map(({ name }) => name)]);
}
