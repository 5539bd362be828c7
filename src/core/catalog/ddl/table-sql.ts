import type { CheckConstraint, ForeignKey, Key, Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { columnSql } from './column-sql.ts';
import { commentsOf } from './comment-sql.ts';
import { checkSql, keySql } from './constraint-sql.ts';
import { targetOf, typesIn, type DdlContext } from './ddl-context.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { foreignKeySql } from './foreign-key-sql.ts';
import { createIndex } from './index-sql.ts';
import { identitySequence, identitySql } from './sequence-sql.ts';
import { inLowerCase } from './sql-text.ts';
import { checkName, keyName, naming, repeatsKey, tableParts } from './table-parts.ts';

export interface TableStatements {
  readonly statements: readonly DdlStatement[];
  /** Foreign keys to tables that do not stand yet. */
  readonly later: readonly ForeignKey[];
}

/**
 * The table, its indexes and comments. `stands` tells of a foreign key whether the table that it references is there.
 * Constraints that CREATE TABLE can not make as they are follow it: those that are not validated, and a unique one that
 * repeats a key.
 */
export function createTable(table: Table, stands: (target: Table) => boolean, context: DdlContext): TableStatements {
  const identities = identityNames(table, context);
  context.taken.takeRelation(table);
  const uniques = table.uniques.filter((key, place) => !repeatsKey(key, earlierKeys(table, place)));
  const made = {
    ...table,
    uniques,
    checks: table.checks.filter(({ validated }) => validated),
    foreignKeys: table.foreignKeys.filter((key) => canStandWithin(key, table, stands, context)),
  };
  const parts = tableParts(table, made, context);
  const primary = table.primaryKey?.columns ?? [];
  const columns = table.columns.map((column) =>
    columnSql(column, {
      identity: identities.get(column.name) ?? null,
      inPrimaryKey: primary.includes(column.name),
      constraints: parts.inline(column.name),
      isDomain: context.isDomain,
    }),
  );
  const lines = [...columns, ...parts.lines];
  const body = lines.length === 0 ? '()' : `(\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`;
  const sql = `create ${kindOf(table)} ${nameOf(table)} ${body}${partitionBy(table)}`;
  const later = table.foreignKeys.filter((key) => !made.foreignKeys.includes(key));
  const isSelf = (key: ForeignKey): boolean => targetOf(key, context) === table;
  return {
    statements: [
      { sql, about: `table ${qualifiedName(table)}` },
      ...table.uniques.filter((key) => !uniques.includes(key)).map((key) => addKey(table, key, 'unique', context)),
      ...table.checks.filter(({ validated }) => !validated).map((check) => addCheck(table, check, context)),
      ...plainIndexes(table, context),
      ...later.filter(isSelf).map((key) => addForeignKey(table, key, context)),
      ...commentsOf(table),
    ],
    later: later.filter((key) => !isSelf(key)),
  };
}

export function addKey(table: Table, key: Key, kind: 'primary key' | 'unique', context: DdlContext): DdlStatement {
  const name = naming(key.name, keyName(context.taken, table, key, kind));
  context.taken.takeConstraint({ schema: table.schema, name: key.name }, true);
  return {
    sql: `alter table ${sqlName(table)} add ${name}${keySql(key, kind, true)}`,
    about: `key of ${qualifiedName(table)}`,
  };
}

export function addCheck(table: Table, check: CheckConstraint, context: DdlContext): DdlStatement {
  const name = naming(check.name, checkName(context, table, check));
  context.taken.takeConstraint({ schema: table.schema, name: check.name }, false);
  return {
    sql: `alter table ${sqlName(table)} add ${name}${checkSql(check, typesIn(table, context))}`,
    about: `check of ${qualifiedName(table)}`,
  };
}

export function addForeignKey(table: Table, key: ForeignKey, context: DdlContext): DdlStatement {
  const name = naming(key.name, context.taken.constraint(table, key.columns, 'fkey'));
  context.taken.takeConstraint({ schema: table.schema, name: key.name }, false);
  const words = foreignKeySql(key, targetOf(key, context), true);
  const sql = `alter table ${sqlName(table)}\n  add ${name}${words}`;
  return { sql, about: `foreign key of ${qualifiedName(table)}` };
}

export function plainIndexes(table: Table, context: DdlContext): readonly DdlStatement[] {
  return table.indexes
    .filter(({ constraint }) => constraint === null)
    .map((index) => {
      context.taken.takeRelation({ schema: table.schema, name: index.name });
      return createIndex(index, table, typesIn(table, context));
    });
}

/** A table that references itself stands when its own keys do, and they are made with it; its indexes are not. */
function canStandWithin(
  key: ForeignKey,
  table: Table,
  stands: (target: Table) => boolean,
  context: DdlContext,
): boolean {
  const target = targetOf(key, context);
  if (!key.validated || target === undefined) return false;
  if (target !== table) return stands(target);
  return [table.primaryKey, ...table.uniques].some(
    (own) => own !== null && !own.deferrable && sameColumns(own.columns, key.references.columns),
  );
}

function sameColumns(one: readonly string[], other: readonly string[]): boolean {
  return isSameData([...one].toSorted(), [...other].toSorted());
}

function earlierKeys({ primaryKey, uniques }: Table, place: number): readonly Key[] {
  return [...(primaryKey === null ? [] : [primaryKey]), ...uniques.slice(0, place)];
}

/** How the identity columns are declared. PostgreSQL names all their sequences before it makes the first. */
function identityNames(table: Table, { sequences, taken }: DdlContext): ReadonlyMap<string, string> {
  const columns = table.columns.filter(({ identity }) => identity !== null);
  const found = columns.map((column) => ({
    column,
    sequence: identitySequence(sequences, table, column.name),
    given: taken.sequence(table, column.name),
  }));
  for (const { sequence, given } of found) {
    taken.takeRelation({ schema: table.schema, name: sequence?.name ?? given });
  }
  return new Map(found.map(({ column, sequence, given }) => [column.name, identitySql(column, sequence, given)]));
}

function kindOf({ persistence }: Table): string {
  return persistence === 'permanent' ? 'table' : `${persistence} table`;
}

/** A temporary table is in its schema by being temporary. */
function nameOf(table: Table): string {
  return table.persistence === 'temporary' ? quoteName(table.name) : sqlName(table);
}

export function partitionBy({ partitioning, columns }: Table): string {
  if (partitioning === null) return '';
  const names = new Set(columns.map(({ name }) => name));
  const key = partitioning.key.map((part) => (names.has(part) ? quoteName(part) : `(${inLowerCase(part)})`));
  return ` partition by ${partitioning.strategy} (${key.join(', ')})`;
}
