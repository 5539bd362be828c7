import type { Key, Table } from '#core/catalog/catalog.ts';
import { columnsIn } from '#core/catalog/ddl/columns-in.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';

/** A dependency that PostgreSQL itself guards, and by what. */
export interface DeclaredDependency extends FunctionalDependency {
  /** The constraint, the index, or the generated column. */
  readonly by: string;
}

/**
 * What a table's own declarations make sure of: each key determines all columns, and what a generated column is computed
 * from determines it. A unique key that takes NULLs takes several rows of them: it guards no dependency, unless it says
 * NULLS NOT DISTINCT.
 */
export function declaredDependencies(table: Table): readonly DeclaredDependency[] {
  const names = table.columns.map(({ name }) => name);
  const isNotNull = (name: string): boolean => table.columns.some((column) => column.name === name && column.notNull);
  const ofKey = ({ name, columns, nullsNotDistinct }: Pick<Key, 'name' | 'columns' | 'nullsNotDistinct'>) =>
    columns.length > 0 && (nullsNotDistinct || columns.every(isNotNull))
      ? [{ by: name, determinant: columns, dependents: names.filter((column) => !columns.includes(column)) }]
      : [];
  const uniqueIndexes = table.indexes.filter(
    ({ unique, constraint, where, valid, columns }) =>
      unique && valid && constraint === null && where === null && columns.every(({ isExpression }) => !isExpression),
  );
  return [
    ...(table.primaryKey === null ? [] : ofKey(table.primaryKey)),
    ...table.uniques.flatMap(ofKey),
    ...uniqueIndexes.flatMap((index) =>
      ofKey({ ...index, columns: index.columns.map(({ expression }) => expression) }),
    ),
    ...table.columns.flatMap(({ name, generated }) => {
      const determinant = generated === null ? [] : columnsIn(generated, names);
      return determinant.length === 0 ? [] : [{ by: name, determinant, dependents: [name] }];
    }),
  ].filter(({ dependents }) => dependents.length > 0);
}
