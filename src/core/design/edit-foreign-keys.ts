import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { byName, changeTable, tableOf, type Drawing, type Drawn, type EditOf } from './drawing.ts';
import { otherOfName } from './edit-keys.ts';
import { hasKeyOn } from './loose-references.ts';
import { missingColumn } from './missing-column.ts';

export function addForeignKey(drawing: Drawing, { table, foreignKey }: EditOf<'add-foreign-key'>): Drawn {
  return changeTable(drawing, table, (before): Result<Table, string> => {
    const standing = before.foreignKeys.find(({ name }) => name === foreignKey.name);
    if (standing !== undefined)
      return isSameData(standing, foreignKey) ? ok(before) : err(otherOfName(foreignKey.name));
    if (isConstraint(before, foreignKey.name)) return err(otherOfName(foreignKey.name));
    const problem = problemOfReference(drawing.catalog, before, foreignKey);
    if (problem !== null) return err(problem);
    return ok({ ...before, foreignKeys: byName([...before.foreignKeys, foreignKey]) });
  });
}

export function changeForeignKey(drawing: Drawing, { table, name, to }: EditOf<'change-foreign-key'>): Drawn {
  return changeTable(drawing, table, (before): Result<Table, string> => {
    const standing = before.foreignKeys.find((key) => key.name === name);
    if (standing === undefined) {
      return before.foreignKeys.some((key) => isSameData(key, to))
        ? ok(before)
        : err(`\`${qualifiedName(before)}\` has no foreign key \`${name}\` any more.`);
    }
    if (to.name !== name && isConstraint(before, to.name)) return err(otherOfName(to.name));
    const problem = problemOfReference(drawing.catalog, before, to);
    if (problem !== null) return err(problem);
    if (isSameData(standing, to)) return ok(before);
    return ok({ ...before, foreignKeys: byName(before.foreignKeys.map((key) => (key === standing ? to : key))) });
  });
}

function isConstraint({ primaryKey, uniques, checks, exclusions, foreignKeys }: Table, name: string): boolean {
  const all = [...(primaryKey === null ? [] : [primaryKey]), ...uniques, ...checks, ...exclusions, ...foreignKeys];
  return all.some((constraint) => constraint.name === name);
}

/** Why a table can not have a foreign key as things are, or null. */
export function problemOfReference(catalog: Catalog, table: Table, { columns, references }: ForeignKey): string | null {
  const missing = missingColumn(table, columns);
  if (missing !== null) return missing;
  const name = { schema: references.schema, name: references.table };
  const target = tableOf(catalog, name);
  if (target === undefined) return `The table \`${qualifiedName(name)}\` is not there any more.`;
  const missingThere = missingColumn(target, references.columns);
  if (missingThere !== null) return missingThere;
  return hasKeyOn(target, references.columns)
    ? null
    : `\`${qualifiedName(name)}\` has no key on (${references.columns.join(', ')}): only what is unique can be referenced.`;
}
