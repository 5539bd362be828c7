import type { Key, Table } from '#core/catalog/catalog.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { byName, changeTable, type Drawing, type Drawn, type EditOf } from './drawing.ts';
import { withKeyIndexes } from './key-indexes.ts';
import { withoutLooseReferences } from './loose-references.ts';
import { missingColumn } from './missing-column.ts';
import { takenNames } from './taken-names.ts';

export function setPrimaryKey(drawing: Drawing, { table, key }: EditOf<'set-primary-key'>): Drawn {
  const taken = takenNames(drawing.catalog, table.schema);
  const drawn = changeTable(drawing, table, (before) => {
    if (isSameData(before.primaryKey, key)) return ok(before);
    if (key === null) return ok(withKeyIndexes({ ...before, primaryKey: null }));
    const problem = missingColumn(before, [...key.columns, ...key.include]);
    if (problem !== null) return err(problem);
    if (taken.has(key.name) && before.primaryKey?.name !== key.name) return err(`The name \`${key.name}\` is taken.`);
    const columns = before.columns.map((column) =>
      key.columns.includes(column.name) && !column.notNull ? { ...column, notNull: true } : column,
    );
    return ok(withKeyIndexes({ ...before, columns, primaryKey: key }));
  });
  return cleared(drawn, drawing);
}

export function addUnique(drawing: Drawing, { table, key }: EditOf<'add-unique'>): Drawn {
  const taken = takenNames(drawing.catalog, table.schema);
  return changeTable(drawing, table, (before): Result<Table, string> => {
    const standing = before.uniques.find(({ name }) => name === key.name);
    if (standing !== undefined) return isSameKey(standing, key) ? ok(before) : err(otherOfName(key.name));
    const problem = missingColumn(before, [...key.columns, ...key.include]);
    if (problem !== null) return err(problem);
    if (taken.has(key.name)) return err(`The name \`${key.name}\` is taken.`);
    return ok(withKeyIndexes({ ...before, uniques: byName([...before.uniques, key]) }));
  });
}

/** Without the foreign keys that a key took along when it went. */
export function cleared(drawn: Drawn, before: Drawing): Drawn {
  if (!drawn.ok || drawn.value === before) return drawn;
  return ok({ ...drawn.value, catalog: withoutLooseReferences(drawn.value.catalog) });
}

export function otherOfName(name: string): string {
  return `There is another constraint \`${name}\` by now.`;
}

function isSameKey(one: Key, other: Key): boolean {
  return isSameData(one.columns, other.columns) && one.nullsNotDistinct === other.nullsNotDistinct;
}
