import type { Table } from '#core/catalog/catalog.ts';
import { columnList } from '#core/catalog/ddl/constraint-sql.ts';
import type { DdlStatement } from '#core/catalog/ddl/ddl-statement.ts';
import { quoteText } from '#core/catalog/ddl/sql-text.ts';
import { qualifiedName, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { MigrationGround } from './migration-ground.ts';
import { comparable, isComparable, rowsOf, type RowSource } from '#core/normalization/row-source.ts';

/** The rows of the new table: each value of the determinant once, those left out in which it is NULL. */
export function fillMoved({ catalog, table, split }: MigrationGround, from: ObjectName, moved: Table): DdlStatement {
  const { determinant } = split.dependency;
  const nullable = determinant.filter((name) =>
    table.columns.some((column) => column.name === name && !column.notNull),
  );
  const where = nullable.map((name) => `${quoteName(name)} is not null`).join(' and ');
  return fill(moved, from, rowsOf(table, catalog), { isDistinct: true, where, order: determinant });
}

/** The rows of what stays, each once. */
export function fillKept(
  { catalog, table, split, facts }: MigrationGround,
  from: ObjectName,
  kept: Table,
): DdlStatement {
  // Rows that a key of theirs tells apart need not be compared.
  const isDistinct = split.dependency.kind === 'multivalued' || facts.rows > facts.keptRows || kept.primaryKey === null;
  return fill(kept, from, rowsOf(table, catalog), { isDistinct, where: '', order: kept.primaryKey?.columns ?? [] });
}

interface Filling {
  readonly isDistinct: boolean;
  readonly where: string;
  readonly order: readonly string[];
}

function fill(part: Table, from: ObjectName, source: RowSource, { isDistinct, where, order }: Filling): DdlStatement {
  const columns = part.columns.filter(({ generated }) => generated === null);
  const names = columns.map(({ name }) => name);
  const isAlways = columns.some(({ identity }) => identity === 'always');
  const isOdd = columns.some(({ type }) => !isComparable(type, source.types ?? []));
  const keys = names.map((name) => comparable(source, name));
  const distinct = isDistinct ? (isOdd ? `distinct on (${keys.join(', ')}) ` : 'distinct ') : '';
  const sorted = isDistinct && isOdd ? keys : order.map(quoteName);
  return {
    sql: [
      `insert into ${sqlName(part)} ${columnList(names)}${isAlways ? ' overriding system value' : ''}`,
      `select ${distinct}${names.map(quoteName).join(', ')}`,
      `from ${sqlName(from)}`,
      ...(where === '' ? [] : [`where ${where}`]),
      ...(sorted.length === 0 ? [] : [`order by ${sorted.join(', ')}`]),
    ].join('\n'),
    about: `rows of ${qualifiedName(part)}`,
  };
}

/** Identity columns go on behind what was moved into them. */
export function goOnCounting(part: Table): readonly DdlStatement[] {
  return part.columns
    .filter(({ identity }) => identity !== null)
    .map(({ name }) => ({
      sql: `select setval(pg_get_serial_sequence(${quoteText(sqlName(part))}, ${quoteText(name)}), max(${quoteName(name)})) from ${sqlName(part)}`,
      about: `numbers of ${qualifiedName(part)}`,
    }));
}

/** All columns of the table in their order, from its parts. */
export function joinOf({ table, split, facts }: MigrationGround, kept: ObjectName, moved: ObjectName): string {
  const { determinant, kind } = split.dependency;
  const isNullable = determinant.some((name) =>
    table.columns.some((column) => column.name === name && !column.notNull),
  );
  const isLeft = kind === 'functional' && (isNullable || facts.withoutDeterminant > 0);
  return [
    `select ${table.columns.map(({ name }) => quoteName(name)).join(', ')}`,
    `from ${sqlName(kept)}`,
    `${isLeft ? 'left join' : 'join'} ${sqlName(moved)} using ${columnList(determinant)}`,
  ].join('\n');
}
