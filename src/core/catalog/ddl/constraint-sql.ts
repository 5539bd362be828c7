import type { CheckConstraint, Exclusion, Index, IndexColumn, Key } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { conditionWords, type TypeOf } from './condition-words.ts';
import { inLowerCase } from './sql-text.ts';

/** Constraints as SQL says them, without their names. */

export function columnList(columns: readonly string[]): string {
  return `(${columns.map(quoteName).join(', ')})`;
}

/** `primary key`, `unique nulls not distinct`, followed by the columns where `columns` is true. */
export function keySql(key: Key, kind: 'primary key' | 'unique', withColumns: boolean): string {
  return [
    kind,
    ...(key.nullsNotDistinct ? ['nulls not distinct'] : []),
    ...(withColumns ? [columnList(key.columns)] : []),
    ...includeWords(key.include),
    ...deferWords(key),
  ].join(' ');
}

export function checkSql({ expression, validated }: CheckConstraint, typeOf: TypeOf): string {
  return `check (${conditionWords(expression, typeOf)})${validated ? '' : ' not valid'}`;
}

/** What the constraint does not know of itself, its index does, where there is one. */
export function exclusionSql(exclusion: Exclusion, index: Index | undefined, typeOf: TypeOf): string {
  const elements = exclusion.elements.map(({ expression, isExpression, operator }, place) => {
    const column = index?.columns[place] ?? { ...plainElement, expression, isExpression };
    return `${indexColumnSql({ ...column, expression, isExpression })} with ${operator}`;
  });
  return [
    `exclude using ${quoteName(exclusion.method)} (${elements.join(', ')})`,
    ...includeWords(index?.include ?? []),
    ...(exclusion.where === null ? [] : [`where (${conditionWords(exclusion.where, typeOf)})`]),
    ...deferWords(exclusion),
  ].join(' ');
}

const plainElement: Omit<IndexColumn, 'expression' | 'isExpression'> = {
  descending: false,
  nullsFirst: false,
  operatorClass: null,
  collation: null,
};

export function includeWords(include: readonly string[]): readonly string[] {
  return include.length === 0 ? [] : [`include ${columnList(include)}`];
}

export function deferWords(constraint: Pick<Key, 'deferrable' | 'initiallyDeferred'>): readonly string[] {
  if (!constraint.deferrable) return [];
  return [constraint.initiallyDeferred ? 'deferrable initially deferred' : 'deferrable'];
}

/** A column or expression of an index, with all that is not as PostgreSQL would have it anyway. */
export function indexColumnSql(column: IndexColumn): string {
  // NULLs come first in a descending index unless told otherwise, and last in an ascending one.
  const nulls = column.nullsFirst === column.descending ? [] : [column.nullsFirst ? 'nulls first' : 'nulls last'];
  return [
    column.isExpression ? bracketed(inLowerCase(column.expression)) : quoteName(column.expression),
    ...(column.collation === null ? [] : [`collate ${quoteName(column.collation)}`]),
    ...(column.operatorClass === null ? [] : [quoteName(column.operatorClass)]),
    ...(column.descending ? ['desc'] : []),
    ...nulls,
  ].join(' ');
}

/** A call of a function may stand alone; any other expression needs brackets, and more of them do no harm. */
function bracketed(expression: string): string {
  return /^[a-z_][a-z0-9_]*\([^()]*\)$/.test(expression) ? expression : `(${expression})`;
}
