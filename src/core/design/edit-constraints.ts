import type { Table } from '#core/catalog/catalog.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { byName, changeTable, familyOf, withTables, type Drawing, type Drawn, type EditOf } from './drawing.ts';
import { cleared, otherOfName } from './edit-keys.ts';
import { withKeyIndexes } from './key-indexes.ts';
import { missingColumn } from './missing-column.ts';
import { takenNames } from './taken-names.ts';

/** PostgreSQL prints an expression in its own way, so one that stands under this name is taken for the one drawn. */
export function addCheck(drawing: Drawing, { table, check }: EditOf<'add-check'>): Drawn {
  const drawn = changeTable(drawing, table, (before): Result<Table, string> => {
    if (before.checks.some(({ name }) => name === check.name)) return ok(before);
    if (constraintNames(before).has(check.name)) return err(otherOfName(check.name));
    return ok({ ...before, checks: byName([...before.checks, check]) });
  });
  if (!drawn.ok || drawn.value === drawing) return drawn;
  const partitions = familyOf(drawing.catalog, table).slice(1);
  return ok(
    withTables(drawn.value, partitions, (before) =>
      before.checks.some(({ name }) => name === check.name)
        ? before
        : { ...before, checks: byName([...before.checks, check]) },
    ),
  );
}

export function addExclusion(drawing: Drawing, { table, exclusion }: EditOf<'add-exclusion'>): Drawn {
  const taken = takenNames(drawing.catalog, table.schema);
  return changeTable(drawing, table, (before): Result<Table, string> => {
    if (before.exclusions.some(({ name }) => name === exclusion.name)) return ok(before);
    const columns = exclusion.elements.filter(({ isExpression }) => !isExpression);
    const problem = missingColumn(
      before,
      columns.map(({ expression }) => expression),
    );
    if (problem !== null) return err(problem);
    if (taken.has(exclusion.name)) return err(otherOfName(exclusion.name));
    return ok(withKeyIndexes({ ...before, exclusions: byName([...before.exclusions, exclusion]) }));
  });
}

export function addIndex(drawing: Drawing, { table, index }: EditOf<'add-index'>): Drawn {
  const taken = takenNames(drawing.catalog, table.schema);
  return changeTable(drawing, table, (before): Result<Table, string> => {
    const standing = before.indexes.find(({ name }) => name === index.name);
    if (standing !== undefined) {
      const words = ({ columns }: typeof index) => JSON.stringify(columns.map(({ expression }) => expression));
      return words(standing) === words(index) || index.columns.some(({ isExpression }) => isExpression)
        ? ok(before)
        : err(`There is another index \`${index.name}\` by now.`);
    }
    const columns = index.columns.filter(({ isExpression }) => !isExpression).map(({ expression }) => expression);
    const problem = missingColumn(before, [...columns, ...index.include]);
    if (problem !== null) return err(problem);
    if (taken.has(index.name)) return err(`The name \`${index.name}\` is taken.`);
    return ok({ ...before, indexes: byName([...before.indexes, index]) });
  });
}

/** One behind a constraint comes and goes with it. */
export function dropIndex(drawing: Drawing, { table, name }: EditOf<'drop-index'>): Drawn {
  const drawn = changeTable(drawing, table, (before) => {
    const index = before.indexes.find((other) => other.name === name);
    if (index === undefined) return ok(before);
    if (index.constraint !== null)
      return err(`\`${name}\` belongs to the constraint \`${index.constraint}\`: drop that.`);
    return ok({ ...before, indexes: before.indexes.filter((other) => other.name !== name) });
  });
  return cleared(drawn, drawing);
}

export function dropConstraint(drawing: Drawing, { table, name }: EditOf<'drop-constraint'>): Drawn {
  const isOther = (constraint: { readonly name: string }): boolean => constraint.name !== name;
  const isCheck = drawing.catalog.tables.some(
    (one) => one.schema === table.schema && one.name === table.name && one.checks.some((check) => !isOther(check)),
  );
  const without = (before: Table): Table => {
    const after = {
      ...before,
      uniques: before.uniques.filter(isOther),
      checks: before.checks.filter(isOther),
      exclusions: before.exclusions.filter(isOther),
      foreignKeys: before.foreignKeys.filter(isOther),
    };
    return isSameData(before, after) ? before : withKeyIndexes(after);
  };
  const drawn = changeTable(drawing, table, (before) => ok(without(before)));
  if (!drawn.ok || drawn.value === drawing) return drawn;
  const partitions = isCheck ? familyOf(drawing.catalog, table).slice(1) : [];
  return cleared(ok(withTables(drawn.value, partitions, without)), drawing);
}

function constraintNames({ primaryKey, uniques, exclusions, foreignKeys }: Table): ReadonlySet<string> {
  const all = [...(primaryKey === null ? [] : [primaryKey]), ...uniques, ...exclusions, ...foreignKeys];
  return new Set(all.map(({ name }) => name));
}
