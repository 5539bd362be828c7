import type { Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { migrateByAlter } from './migrate-by-alter.ts';
import { migrateToNewTables } from './migrate-to-new-tables.ts';
import { listed } from './migration-notes.ts';
import { sourcesOf } from './part-table.ts';
import { isComparable } from '#core/normalization/row-source.ts';
import type { Migration, MigrationChoice, MigrationGround } from './migration-ground.ts';

export function planMigration(ground: MigrationGround, choice: MigrationChoice): Migration {
  // A space at the end of a name would be seen by nobody.
  const trimmed = { ...choice, moved: choice.moved.trim(), kept: choice.kept.trim() };
  return choice.style === 'alter' ? migrateByAlter(ground, trimmed) : migrateToNewTables(ground, trimmed);
}

/** Why the table cannot be split so, in sentences; rows that show it are among the facts. Empty where it can. */
export function obstaclesOf(
  { catalog, table, split, facts }: MigrationGround,
  style: MigrationChoice['style'],
): readonly string[] {
  const { determinant, kind } = split.dependency;
  const name = `\`${qualifiedName(table)}\``;
  const typeOf = (column: string): string => table.columns.find((one) => one.name === column)?.type ?? '';
  const odd = determinant.find((column) => !isComparable(typeOf(column), catalog.types));
  const virtual = table.columns.find(
    ({ name: column, generation }) =>
      generation === 'virtual' && split.kept.includes(column) && !isWithin(table, column, split.kept),
  );
  return [
    ...(table.partitioning === null && table.partitionOf === null
      ? []
      : [`${name} is partitioned: its parts would have to be split one by one, which is not done here.`]),
    ...(odd === undefined
      ? []
      : [
          `\`${odd}\` has the type \`${typeOf(odd)}\`, of which PostgreSQL cannot say whether two values are equal: no key can be made of it.`,
        ]),
    ...(facts.contradictionCount === 0
      ? []
      : [
          kind === 'functional'
            ? `The rows contradict the dependency: ${listed(determinant)} stands beside several values, and only you know which is right. Put these rows right first.`
            : 'The rows contradict the dependency: combinations that it asks for are not there, and joined back the parts would invent them. Put the rows right first.',
        ]),
    ...(facts.homeless === 0
      ? []
      : [
          kind === 'functional'
            ? `In some rows ${listed(determinant)} is NULL, and yet they say something of it: no row of the new table could hold that. Fill in ${listed(determinant)}, or empty those columns, first.`
            : `In some rows ${listed(determinant)} is NULL: the parts could not be joined by it. Fill it in first.`,
        ]),
    ...(virtual === undefined || style === 'new-tables'
      ? []
      : [
          `\`${virtual.name}\` is computed from columns that would move, and a virtual column cannot be made a plain one: choose new tables.`,
        ]),
  ];
}

function isWithin(table: Table, column: string, part: readonly string[]): boolean {
  const generated = table.columns.find(({ name }) => name === column);
  return generated === undefined || sourcesOf(table, generated).every((name) => part.includes(name));
}
