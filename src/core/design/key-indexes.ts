import type { Exclusion, Index, IndexColumn, Key, Table } from '#core/catalog/catalog.ts';
import { byName } from './drawing.ts';

/** The table with exactly those indexes that its keys and exclusions have, besides its own. */
export function withKeyIndexes(table: Table): Table {
  const { primaryKey, uniques, exclusions } = table;
  const made = new Map([
    ...[...(primaryKey === null ? [] : [primaryKey]), ...uniques].map((key) => [key.name, indexOfKey(key)] as const),
    ...exclusions.map((exclusion) => [exclusion.name, indexOfExclusion(exclusion)] as const),
  ]);
  const kept = table.indexes.filter(({ constraint }) => constraint === null || made.has(constraint));
  const names = new Set(kept.map(({ constraint }) => constraint));
  const indexes = kept.map((index) => freshened(index, made));
  const added = [...made].flatMap(([name, index]) => (names.has(name) ? [] : [index]));
  if (
    added.length === 0 &&
    indexes.length === table.indexes.length &&
    indexes.every((index, at) => index === table.indexes[at])
  ) {
    return table;
  }
  return { ...table, indexes: byName([...indexes, ...added]) };
}

/** One that stands keeps what only PostgreSQL knows of it; a key of that name with other columns has another. */
function freshened(index: Index, made: ReadonlyMap<string, Index>): Index {
  const wanted = index.constraint === null ? undefined : made.get(index.constraint);
  if (wanted === undefined) return index;
  return wordsOf(wanted) === wordsOf(index) ? index : wanted;
}

function wordsOf({ columns, include }: Index): string {
  return JSON.stringify([columns.map(({ expression }) => expression), include]);
}

export function plainIndexColumn(expression: string, isExpression = false): IndexColumn {
  return { expression, isExpression, descending: false, nullsFirst: false, operatorClass: null, collation: null };
}

function indexOfKey({ name, columns, include, nullsNotDistinct }: Key): Index {
  return {
    name,
    method: 'btree',
    unique: true,
    constraint: name,
    columns: columns.map((column) => plainIndexColumn(column)),
    include,
    nullsNotDistinct,
    where: null,
    valid: true,
  };
}

function indexOfExclusion({ name, method, elements, where }: Exclusion): Index {
  return {
    name,
    method,
    unique: false,
    constraint: name,
    columns: elements.map(({ expression, isExpression }) => plainIndexColumn(expression, isExpression)),
    include: [],
    nullsNotDistinct: false,
    where,
    valid: true,
  };
}
