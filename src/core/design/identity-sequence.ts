import type { Catalog, Column, Sequence } from '#core/catalog/catalog.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import { fitName } from '#core/catalog/given-name.ts';
import { takenNames } from './taken-names.ts';

/** The largest number of each type that an identity column may have. */
const largest: Readonly<Record<string, string>> = {
  smallint: '32767',
  integer: '2147483647',
  bigint: '9223372036854775807',
};

export function canBeIdentity(type: string): boolean {
  return Object.hasOwn(largest, type);
}

export function largestOf(type: string): string {
  return largest[type] ?? '9223372036854775807';
}

/** What PostgreSQL makes beside an identity column, under the name that it would choose. */
export function identitySequence(catalog: Catalog, { schema, name }: ObjectName, column: Column): Sequence {
  return {
    schema,
    name: fitName([name, column.name], 'seq', takenNames(catalog, schema)),
    ownedBy: `${schema}.${name}.${column.name}`,
    isIdentity: true,
    type: column.type,
    start: '1',
    increment: '1',
    least: '1',
    most: largestOf(column.type),
    cycles: false,
  };
}
