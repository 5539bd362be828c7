import type { Column, Table } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName } from '#core/catalog/object-name.ts';
import { columnKey } from './foreign-key-ties.ts';
import { declaredKeys } from './surrogates.ts';

/** Whether PostgreSQL gives the column its values: a number or a uuid. */
export function isNumbered({ identity, default: value }: Pick<Column, 'identity' | 'default'>): boolean {
  return identity !== null || /nextval\(|uuid\w*\(/.test(value ?? '');
}

interface NamesakeQuestion {
  readonly attributes: readonly string[];
  /** What a column is by its name, or by the word of the author about its table. */
  readonly namedAs: (table: Table, column: string) => string | undefined;
  readonly closureOf: (attribute: string) => readonly string[];
  /** What the author says of columns. */
  readonly map: ReadonlyMap<string, string>;
}

/**
 * Columns that only happen to be called as an attribute is, by `columnKey`: the `id` that a new lookup table gives its rows,
 * where another table has the `id` that is meant. `products (product_id serial primary key, name)` is none of them, filled
 * with the numbers that were there: so there has to be a sign that the number only stands for the row.
 */
export function numberedNamesakes(
  tables: readonly Table[],
  made: readonly Table[],
  question: NamesakeQuestion,
): ReadonlySet<string> {
  return new Set(
    made.flatMap((table) =>
      table.columns.filter(isNumbered).flatMap(({ name }) => {
        const isElsewhere = tables.some(
          (other) => other !== table && other.columns.some((column) => column.name === name),
        );
        const isSaid = question.map.has(`${qualifiedName(table)}.${name}`) || question.map.has(name);
        const isNamesake = question.attributes.includes(name) && !isSaid && isElsewhere;
        return isNamesake && standsForRow(tables, table, name, question) ? [columnKey({ table, column: name })] : [];
      }),
    ),
  );
}

function standsForRow(
  tables: readonly Table[],
  table: Table,
  name: string,
  { attributes, namedAs, closureOf }: NamesakeQuestion,
): boolean {
  const references = tables.flatMap((from) =>
    from === table
      ? []
      : from.foreignKeys
          .filter(({ references: { schema, table: to } }) => isSameObject(table, { schema, name: to }))
          .map((key) => ({ from, columns: key.columns, to: key.references.columns })),
  );
  if (references.some(({ columns, to }) => to.includes(name) && columns.includes(name))) return false;
  // Who refers to it has a column of that name too, for something else.
  if (references.some(({ from, to }) => to.includes(name) && from.columns.some((column) => column.name === name))) {
    return true;
  }
  const hasOtherKey = declaredKeys(table).some((key) => !key.includes(name));
  if (hasOtherKey && references.some(({ to }) => !to.includes(name))) return true;
  if (hasOtherKey && attributes.every((each) => closureOf(name).includes(each))) return true;
  const others = table.columns.flatMap((column) => (column.name === name ? [] : (namedAs(table, column.name) ?? [])));
  return (
    others.length > 1 &&
    others.some((each) => {
      const closure = closureOf(each);
      return !closure.includes(name) && others.every((other) => closure.includes(other));
    })
  );
}
