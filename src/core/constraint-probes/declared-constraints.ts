import { archiveSchema } from '#core/catalog/archive-schema.ts';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { foreignKeyWords } from '#core/catalog/declaration-words.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { TestedConstraint } from './probe.ts';

/** What of a table is put to the test, before it was. Types and lengths are found on the way. */
export function declaredConstraints(table: Table): readonly Omit<TestedConstraint, 'table'>[] {
  const key = table.primaryKey;
  return [
    ...(key === null
      ? []
      : [{ kind: 'primary key', name: key.name, declaration: `primary key (${list(key.columns)})` } as const]),
    ...table.uniques.map(
      ({ name, columns, nullsNotDistinct }) =>
        ({
          kind: 'unique',
          name,
          declaration: `unique ${nullsNotDistinct ? 'nulls not distinct ' : ''}(${list(columns)})`,
        }) as const,
    ),
    ...table.columns
      .filter(({ name, notNull }) => notNull && key?.columns.includes(name) !== true)
      .map(({ name }) => ({ kind: 'not null', name, declaration: `${quoteName(name)} not null` }) as const),
    ...table.checks.map(
      ({ name, expression }) => ({ kind: 'check', name, declaration: `check (${expression})` }) as const,
    ),
    ...table.exclusions.map(
      ({ name, method }) => ({ kind: 'exclusion', name, declaration: `exclude using ${method}` }) as const,
    ),
    ...table.foreignKeys.map(
      (one) => ({ kind: 'foreign key', name: one.name, declaration: foreignKeyWords(one) }) as const,
    ),
  ];
}

function list(columns: readonly string[]): string {
  return columns.map(quoteName).join(', ');
}

/** The tables that are worth a test: what a partition has, its whole has, and a lesson's archive is nobody's design. */
export function testableTables({ tables }: Pick<Catalog, 'tables'>): readonly Table[] {
  return tables.filter(({ partitionOf, schema }) => partitionOf === null && schema !== archiveSchema);
}
