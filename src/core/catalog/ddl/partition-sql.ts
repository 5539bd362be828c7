import type { Index, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { columnActions } from './alter-column.ts';
import { alterTable } from './alter-table.ts';
import { commentsOf } from './comment-sql.ts';
import type { DdlContext } from './ddl-context.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { inLowerCase } from './sql-text.ts';
import { addCheck, addKey, createTable, partitionBy, plainIndexes, type TableStatements } from './table-sql.ts';

/**
 * A partition, and what it has more than its parent: PostgreSQL gives it the parent's columns, constraints and indexes. One
 * whose columns stand otherwise was a table before it was a partition, and becomes one again.
 */
export function createPartition(
  table: Table,
  { schema, table: parentName, bounds }: NonNullable<Table['partitionOf']>,
  stands: (target: Table) => boolean,
  context: DdlContext,
): TableStatements {
  const parent = context.tables.get(objectKey({ schema, name: parentName }));
  if (parent === undefined) return createTable(table, stands, context);
  if (!isSameData(shapeOf(table), shapeOf(parent))) return attachPartition(table, parent, bounds, stands, context);
  const about = `partition ${qualifiedName(table)}`;
  const sql = `create table ${sqlName(table)} partition of ${sqlName(parent)}\n  ${inLowerCase(bounds)}${partitionBy(table)}`;
  context.taken.takeRelation(table);
  const inherited = inheritedIndexes(table, parent, context);
  const isInherited = (name: string): boolean => inherited.some(({ index }) => index.name === name);
  const own = {
    ...table,
    uniques: table.uniques.filter(({ name }) => !isInherited(name)),
    checks: table.checks.filter((check) => !parent.checks.some((above) => isSameData(above, check))),
    indexes: table.indexes.filter(({ name }) => !isInherited(name)),
    foreignKeys: table.foreignKeys.filter(
      (key) => !parent.foreignKeys.some((above) => isSameData({ ...above, name: key.name }, key)),
    ),
  };
  for (const { index } of inherited) context.taken.takeConstraint({ schema: table.schema, name: index.name }, true);
  return {
    statements: [
      { sql, about },
      ...inherited.flatMap(({ index, given }) => (index.name === given ? [] : [renamed(table, index, given)])),
      ...alterTable(table, ownColumnActions(table, parent, context)),
      ...(table.primaryKey === null || isInherited(table.primaryKey.name)
        ? []
        : [addKey(table, table.primaryKey, 'primary key', context)]),
      ...own.uniques.map((key) => addKey(table, key, 'unique', context)),
      ...own.checks.map((check) => addCheck(table, check, context)),
      ...plainIndexes(own, context),
      ...commentsOf(table),
    ],
    later: own.foreignKeys,
  };
}

function attachPartition(
  table: Table,
  parent: Table,
  bounds: string,
  stands: (target: Table) => boolean,
  context: DdlContext,
): TableStatements {
  // Until it is attached it can not have the parent's identity; its foreign keys are found to be the parent's.
  const alone = { ...table, columns: table.columns.map((column) => ({ ...column, identity: null })) };
  const { statements, later } = createTable(alone, stands, context);
  const sql = `alter table ${sqlName(parent)} attach partition ${sqlName(table)}\n  ${inLowerCase(bounds)}`;
  const isAbove = (key: Table['foreignKeys'][number]): boolean =>
    parent.foreignKeys.some((above) => isSameData({ ...above, name: key.name }, key));
  return {
    statements: [...statements, { sql, about: `partition ${qualifiedName(table)}` }],
    later: later.filter((key) => !isAbove(key)),
  };
}

function shapeOf({ columns }: Table): readonly (readonly (string | null)[])[] {
  return columns.map(({ name, type, collation, generated }) => [name, type, collation, generated]);
}

interface InheritedIndex {
  readonly index: Index;
  /** What PostgreSQL calls it. */
  readonly given: string;
}

/** The indexes that come of the parent's, each of one of them, and those of the same name first. */
function inheritedIndexes(table: Table, parent: Table, { taken }: DdlContext): readonly InheritedIndex[] {
  const left = [...table.indexes];
  const inherited: InheritedIndex[] = [];
  for (const above of parent.indexes) {
    const given = givenName(table, above, parent, taken);
    const fitting = left.filter((index) => isSameIndex(index, above));
    const index = fitting.find(({ name }) => name === given) ?? fitting[0];
    if (index === undefined) continue;
    left.splice(left.indexOf(index), 1);
    inherited.push({ index, given });
  }
  return inherited;
}

function isSameIndex(one: Index, other: Index): boolean {
  const isConstraint = (one.constraint === null) === (other.constraint === null);
  return isConstraint && isSameData({ ...one, name: '', constraint: null }, { ...other, name: '', constraint: null });
}

function givenName(table: Table, above: Index, parent: Table, taken: DdlContext['taken']): string {
  if (above.constraint !== null && above.constraint === parent.primaryKey?.name) return taken.primaryKey(table);
  const columns = above.columns.map(({ expression, isExpression }) =>
    isExpression ? (/^([a-z_0-9]+)\(/.exec(expression)?.[1] ?? 'expr') : expression,
  );
  const isExclusion = parent.exclusions.some(({ name }) => name === above.constraint);
  const label = above.constraint === null ? 'idx' : isExclusion ? 'excl' : 'key';
  return taken.index(table, [...columns, ...above.include], label);
}

function renamed(table: Table, index: Index, given: string): DdlStatement {
  const about = `partition ${qualifiedName(table)}`;
  const name = quoteName(index.name);
  if (index.constraint === null) {
    return { sql: `alter index ${sqlName({ schema: table.schema, name: given })} rename to ${name}`, about };
  }
  return { sql: `alter table ${sqlName(table)} rename constraint ${quoteName(given)} to ${name}`, about };
}

/** Defaults and NOT NULL may be otherwise than the parent's. */
function ownColumnActions(table: Table, parent: Table, context: DdlContext): readonly string[] {
  const inKey = new Set(table.primaryKey?.columns);
  return table.columns.flatMap((after) => {
    const before = parent.columns.find(({ name }) => name === after.name);
    if (before === undefined) return [];
    return columnActions({
      before: { ...before, identity: null },
      after: { ...after, identity: null },
      using: null,
      entersPrimaryKey: inKey.has(after.name),
      identity: '',
      isDomain: context.isDomain,
    });
  });
}
