import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { plainColumn, plainTable } from '#core/catalog/plain-catalog.ts';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { cutName, fitName } from '#core/catalog/given-name.ts';
import { withKeyIndexes } from './key-indexes.ts';
import { singular } from './singular.ts';
import { takenNames } from './taken-names.ts';

/** How a learner names what is drawn. Table names are taken as they are typed. */
export interface NamingConventions {
  /** `id`, or `user_id` in `users`. */
  readonly keyColumn: 'id' | 'table-id';
  readonly keyType: 'bigint' | 'integer' | 'uuid';
  /** What stands before the key's name in a column that references it: `user_id`, or `users_id` as the table is typed. */
  readonly reference: 'singular' | 'as-typed';
  /** Of the tables `users` and `products`: `users_products` or `user_products`. */
  readonly junction: 'as-typed' | 'first-singular';
}

export const defaultConventions: NamingConventions = {
  keyColumn: 'id',
  keyType: 'bigint',
  reference: 'singular',
  junction: 'as-typed',
};

/** A new table with its key. */
export function newTable(catalog: Catalog, name: ObjectName, conventions: NamingConventions): Table {
  const column = keyColumn(name.name, conventions);
  const keyName = fitName([name.name], 'pkey', takenNames(catalog, name.schema));
  const key = {
    name: keyName,
    columns: [column.name],
    include: [],
    deferrable: false,
    initiallyDeferred: false,
    nullsNotDistinct: false,
  };
  return withKeyIndexes(plainTable(name.name, { schema: name.schema, columns: [column], primaryKey: key }));
}

export function keyColumn(table: string, { keyColumn: pattern, keyType, reference }: NamingConventions): Column {
  const name = pattern === 'id' ? 'id' : cutName(`${stem(table, reference)}_id`);
  return keyType === 'uuid'
    ? plainColumn(name, 'uuid', { notNull: true, default: 'gen_random_uuid()' })
    : plainColumn(name, keyType, { notNull: true, identity: 'always' });
}

/** What a column that references a key's column is called: `id` of `users` is `user_id`, and `user_id` stays so. */
export function referenceName(table: string, column: string, { reference }: NamingConventions): string {
  const before = stem(table, reference);
  return column === before || column.startsWith(`${before}_`) ? column : cutName(`${before}_${column}`);
}

export function junctionName(
  catalog: Catalog,
  from: ObjectName,
  to: ObjectName,
  { junction }: NamingConventions,
): string {
  const first = junction === 'as-typed' ? from.name : singular(from.name);
  return freeName(cutName(`${first}_${to.name}`), takenNames(catalog, to.schema));
}

/** The name itself, or the first with a number behind it that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${cutName(name, 63 - String(number).length)}${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The names with numbers behind those that are taken, by others or by one before: long names may be cut to the same. */
export function freeNames(names: readonly string[], taken: Iterable<string> = []): readonly string[] {
  const all = new Set(taken);
  return names.map((name) => {
    const free = freeName(cutName(name), all);
    all.add(free);
    return free;
  });
}

/** Whether two tables are one. */
export function isSelf(from: ObjectName, to: ObjectName): boolean {
  return objectKey(from) === objectKey(to);
}

function stem(table: string, reference: NamingConventions['reference']): string {
  return reference === 'singular' ? singular(table) : table;
}
