import type { ForeignKey, Table } from '#core/catalog/catalog.ts';
import { isSameObject } from '#core/catalog/object-name.ts';
import { plainForeignKey } from '#core/catalog/plain-catalog.ts';
import { targetOf } from './inbound-keys.ts';
import type { TableSplit } from '#core/normalization/table-split.ts';

/**
 * The foreign keys of a part: the table's own over columns of the part, and the one to the other part. Those over the
 * determinant alone stand where it is a key: the other part comes to them by way of it.
 */
export function partForeignKeys(
  table: Table,
  split: TableSplit,
  part: 'moved' | 'kept',
  names: { readonly moved: string; readonly kept: string },
): readonly ForeignKey[] {
  const { reference, dependency } = split;
  const columns = split[part];
  const own = table.foreignKeys.filter(
    (key) =>
      key.columns.every((name) => columns.includes(name)) &&
      (reference === null ||
        reference.to === part ||
        key.columns.some((name) => !dependency.determinant.includes(name))),
  );
  const between =
    reference === null || reference.to === part
      ? []
      : [
          plainForeignKey('', reference.columns, {
            schema: table.schema,
            table: names[reference.to],
            columns: reference.columns,
          }),
        ];
  return [...own.map((key) => ofItself(key, table, split, names)), ...between];
}

/** What referred to its own table refers to the part that holds those columns. */
function ofItself(
  key: ForeignKey,
  table: Table,
  { kept }: TableSplit,
  names: { readonly moved: string; readonly kept: string },
): ForeignKey {
  if (!isSameObject(targetOf(key.references), table)) return key;
  const isKept = key.references.columns.every((name) => kept.includes(name));
  return { ...key, references: { ...key.references, table: isKept ? names.kept : names.moved } };
}

/** Foreign keys, checks and exclusions that no part holds whole, by their names. */
export function lostConstraints(
  table: Table,
  { kept, moved }: TableSplit,
  columnsOf: { readonly check: (expression: string) => readonly string[] },
  isAltered: boolean,
): readonly string[] {
  const isLost = (columns: readonly string[]): boolean =>
    ![kept, moved].some((part) => columns.every((name) => part.includes(name)));
  const staysWhole = (columns: readonly string[]): boolean => isAltered && columns.every((name) => kept.includes(name));
  return [
    ...table.foreignKeys.filter(({ columns }) => isLost(columns)).map(({ name }) => name),
    ...table.checks.filter(({ expression }) => isLost(columnsOf.check(expression))).map(({ name }) => name),
    ...table.exclusions
      .filter(
        ({ elements }) =>
          !staysWhole(
            elements.flatMap(({ expression, isExpression }) =>
              isExpression ? columnsOf.check(expression) : [expression],
            ),
          ),
      )
      .map(({ name }) => name),
  ];
}
