import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { writeNames } from '#core/catalog/name-tokens.ts';
import { code, codeList } from '#content/words.ts';
import { findTable } from './find-table.ts';
import type { ExpectedForeignKey, TableParams } from './table-params.ts';

/** What is amiss with a table's keys, one sentence each. */
export function complaintsAboutKeys(params: TableParams, table: Table, catalog: Catalog): readonly string[] {
  return [
    ...aboutPrimaryKey(params.primaryKey, table),
    ...params.identity.flatMap((column) => aboutIdentity(column, table)),
    ...params.uniques.flatMap((columns) => aboutUnique(columns, table)),
    ...params.foreignKeys.flatMap((key) => aboutForeignKey(key, table, catalog)),
  ];
}

function aboutPrimaryKey(expected: readonly string[] | null, { primaryKey }: Table): readonly string[] {
  if (expected === null) return [];
  if (primaryKey === null) return [`There is no primary key; expected ${tuple(expected)}.`];
  if (isSameSet(primaryKey.columns, expected)) return [];
  return [`The primary key is ${tuple(primaryKey.columns)}; expected ${tuple(expected)}.`];
}

function aboutIdentity(name: string, { columns }: Table): readonly string[] {
  const column = columns.find((each) => each.name === name);
  if (column === undefined) return [`There is no column ${code(name)}; expected an identity column.`];
  if (column.identity !== null) return [];
  const found = column.default?.startsWith('nextval(')
    ? 'takes its values from a sequence as its default (`serial`)'
    : 'is none';
  return [`The column ${code(name)} must be an identity column (\`generated … as identity\`); it ${found}.`];
}

/** A primary key and a plain unique index keep rows apart just as a unique constraint does. */
function aboutUnique(expected: readonly string[], { primaryKey, uniques, indexes }: Table): readonly string[] {
  const plain = indexes.filter(
    ({ unique, valid, where, columns }) =>
      unique && valid && where === null && columns.every(({ isExpression }) => !isExpression),
  );
  const keys = [
    ...(primaryKey === null ? [] : [primaryKey.columns]),
    ...uniques.map(({ columns }) => columns),
    ...plain.map(({ columns }) => columns.map(({ expression }) => expression)),
  ];
  if (keys.some((columns) => isSameSet(columns, expected))) return [];
  return [`Two rows may have the same ${codeList(expected)}; expected a unique constraint on ${tuple(expected)}.`];
}

function aboutForeignKey(expected: ExpectedForeignKey, table: Table, catalog: Catalog): readonly string[] {
  const target = findTable(catalog, expected.table);
  const referenced = expected.referenced ?? target?.primaryKey?.columns ?? [];
  const pairs = pairColumns(expected.columns, referenced);
  const found = table.foreignKeys.find(
    ({ columns, references }) =>
      references.table === target?.name &&
      references.schema === target.schema &&
      isSameSet(pairColumns(columns, references.columns), pairs),
  );
  if (found === undefined) {
    const wanted = `from ${tuple(expected.columns)} to ${code(`${expected.table}(${writeNames(referenced)})`)}`;
    const others = table.foreignKeys.map(writeForeignKey);
    return [`There is no foreign key ${wanted}; found ${others.length === 0 ? 'none at all' : others.join(', ')}.`];
  }
  return [
    ...aboutAction('on delete', expected.onDelete, found.onDelete, found),
    ...aboutAction('on update', expected.onUpdate, found.onUpdate, found),
  ];
}

function aboutAction(event: string, expected: string | null, found: string, key: ForeignKey): readonly string[] {
  if (expected === null || expected === found) return [];
  return [
    `The foreign key ${writeForeignKey(key)} says ${code(`${event} ${found}`)}; expected ${code(`${event} ${expected}`)}.`,
  ];
}

function writeForeignKey({ columns, references }: ForeignKey): string {
  return `from ${tuple(columns)} to ${code(`${references.table}(${writeNames(references.columns)})`)}`;
}

function pairColumns(columns: readonly string[], referenced: readonly string[]): readonly string[] {
  return columns.map((column, place) => JSON.stringify([column, referenced[place] ?? null]));
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each)) && b.every((each) => a.includes(each));
}

function tuple(columns: readonly string[]): string {
  return code(`(${writeNames(columns)})`);
}
