import type { CheckConstraint, Column, ForeignKey, Index, Key, Table, UserType } from '#core/catalog/catalog.ts';
import { columnsIn } from '#core/catalog/ddl/columns-in.ts';
import type { TakenNames } from '#core/catalog/ddl/taken-names.ts';
import { plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { isComparable } from '#core/normalization/row-source.ts';
import type { KeyFacts } from '#core/normalization/split-facts.ts';

/** A table that a split makes, before its constraints have names. */
export interface PartRequest {
  readonly source: Table;
  readonly name: string;
  readonly columns: readonly string[];
  readonly keys: PartKeys;
  /** Columns in which the part has no NULL, whatever the table allowed. */
  readonly known: readonly string[];
  /** Columns that stay identity columns here. */
  readonly identities: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

export interface PartKeys {
  readonly primary: readonly string[] | null;
  readonly uniques: readonly (readonly string[])[];
}

/** PostgreSQL's own limit for the columns of an index. */
const mostKeyColumns = 32;
/** A key over all columns of a wider part says only that rows are told apart. */
const widestWholeKey = 5;

/**
 * Which key becomes the primary one: what was the table's primary key, else what the other part refers to, else the
 * shortest; always one whose values are there and differ. The others are UNIQUE.
 */
export function choosePartKeys(
  source: Table,
  columns: readonly string[],
  keys: readonly (readonly string[])[],
  facts: readonly KeyFacts[],
  types: readonly UserType[],
  preferred: readonly string[] | null,
): PartKeys {
  const own = source.primaryKey?.columns ?? [];
  const usable = keys.filter(
    (key, place) =>
      key.length > 0 &&
      key.length <= mostKeyColumns &&
      (key.length < columns.length || columns.length <= widestWholeKey) &&
      facts[place]?.duplicates === 0 &&
      key.every((name) => isComparable(source.columns.find((column) => column.name === name)?.type ?? '', types)),
  );
  const declared = declaredKeys(source)
    .map((key) => key.columns)
    .filter((key) => key.every((name) => columns.includes(name)) && !usable.some((one) => isSameSet(one, key)));
  const complete = usable.filter((key) => facts[keys.indexOf(key)]?.nulls === 0);
  const primary =
    complete.find((key) => isSameSet(key, own)) ??
    complete.find((key) => preferred !== null && isSameSet(key, preferred)) ??
    complete[0];
  const inOrder = (key: readonly string[]): readonly string[] => (isSameSet(key, own) ? own : key);
  return {
    primary: primary === undefined ? null : inOrder(primary),
    uniques: [...usable, ...declared].filter((key) => key !== primary),
  };
}

export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}

/** The table with the names that PostgreSQL would give its constraints; they are taken from then on. */
export function partTable(request: PartRequest, taken: TakenNames): Table {
  const { source, name, columns, keys, foreignKeys } = request;
  const table = { schema: source.schema, name };
  const all = source.columns.map((column) => column.name);
  const within = (names: readonly string[]): boolean => names.every((one) => columns.includes(one));
  taken.takeRelation(table);
  const inPart = columns.flatMap((one) => source.columns.filter((column) => column.name === one));
  for (const { name: column } of inPart.filter(({ name: one }) => request.identities.includes(one))) {
    taken.takeRelation({ schema: table.schema, name: taken.sequence(table, column) });
  }
  const constraint = (given: string, hasIndex: boolean): string => {
    taken.takeConstraint({ schema: table.schema, name: given }, hasIndex);
    return given;
  };
  const checks = source.checks
    .map((check) => ({ check, about: columnsIn(check.expression, all) }))
    .filter(({ about }) => about.length > 0 && within(about))
    .map(({ check, about }): CheckConstraint => ({
      ...check,
      name: constraint(taken.constraint(table, about.length === 1 ? about : null, 'check'), false),
    }));
  const key = (list: readonly string[], isPrimary: boolean): Key => {
    const own = declaredKeys(source).find((one) => isSameSet(one.columns, list));
    const given = constraint(isPrimary ? taken.primaryKey(table) : taken.index(table, list, 'key'), true);
    return {
      ...plainKey(given, ...list),
      ...(own === undefined ? {} : { deferrable: own.deferrable, initiallyDeferred: own.initiallyDeferred }),
      nullsNotDistinct: !isPrimary && own?.nullsNotDistinct === true,
    };
  };
  const primaryKey = keys.primary === null ? null : key(keys.primary, true);
  const uniques = keys.uniques.map((list) => key(list, false));
  return {
    ...plainTable(name, { schema: source.schema, persistence: source.persistence }),
    columns: inPart.map((column) => partColumn(column, request, within)),
    primaryKey,
    uniques,
    checks,
    foreignKeys: foreignKeys.map((one) => ({
      ...one,
      name: constraint(taken.constraint(table, one.columns, 'fkey'), false),
    })),
    indexes: partIndexes(source, columns).map((index) => {
      const names = index.columns.map(({ expression, isExpression }) => (isExpression ? 'expr' : expression));
      return { ...index, name: constraint(taken.index(table, names, 'idx'), true) };
    }),
  };
}

function partColumn(
  column: Column,
  { source, keys, known, identities }: PartRequest,
  within: (names: readonly string[]) => boolean,
): Column {
  const isGenerated = column.generated !== null && within(sourcesOf(source, column));
  const isIdentity = identities.includes(column.name);
  return {
    ...column,
    notNull: column.notNull || known.includes(column.name) || keys.primary?.includes(column.name) === true,
    identity: isIdentity ? column.identity : null,
    generated: isGenerated ? column.generated : null,
    generation: isGenerated ? column.generation : null,
  };
}

/** What a generated column is computed from. */
export function sourcesOf({ columns }: Table, { generated }: Column): readonly string[] {
  return generated === null
    ? []
    : columnsIn(
        generated,
        columns.map(({ name }) => name),
      );
}

/** What the table says to be unique, by a constraint or by an index of whole columns. */
export function declaredKeys({ primaryKey, uniques, indexes }: Table): readonly Key[] {
  const plain = indexes.filter((index) => isKeyIndex(index) && index.valid);
  return [
    ...(primaryKey === null ? [] : [primaryKey]),
    ...uniques,
    ...plain.map((index) => ({
      ...plainKey(index.name, ...index.columns.map(({ expression }) => expression)),
      nullsNotDistinct: index.nullsNotDistinct,
    })),
  ];
}

function isKeyIndex({ unique, constraint, where, columns }: Index): boolean {
  return unique && constraint === null && where === null && columns.every(({ isExpression }) => !isExpression);
}

/** Indexes of no constraint over columns of the part alone; those that are as good as a key come as keys. */
export function partIndexes(source: Table, columns: readonly string[]): readonly Index[] {
  return source.indexes.filter(
    (index) =>
      index.constraint === null &&
      !isKeyIndex(index) &&
      indexColumns(source, index).every((name) => columns.includes(name)),
  );
}

export function indexColumns({ columns }: Table, index: Index): readonly string[] {
  const all = columns.map(({ name }) => name);
  return [
    ...index.columns.flatMap(({ expression, isExpression }) =>
      isExpression ? columnsIn(expression, all) : [expression],
    ),
    ...index.include,
    ...(index.where === null ? [] : columnsIn(index.where, all)),
  ];
}
