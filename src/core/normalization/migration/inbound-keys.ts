import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import type { DdlStatement } from '#core/catalog/ddl/ddl-statement.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { isSameSet } from './part-table.ts';

/** A foreign key that refers to the table that is split, and what it refers to afterwards; null where to nothing. */
export interface InboundKey {
  readonly child: Table;
  readonly key: ForeignKey;
  readonly target: Table | null;
}

/** A foreign key stays with the part that has a key of the columns it refers to, be it the one that stays. */
export function inboundKeys(catalog: Catalog, table: Table, kept: Table, moved: Table): readonly InboundKey[] {
  return catalog.tables
    .filter((child) => !isSameObject(child, table) && child.partitionOf === null)
    .flatMap((child) =>
      child.foreignKeys
        .filter(({ references }) => isSameObject(targetOf(references), table))
        .map((key) => ({ child, key, target: holderOf(key.references.columns, kept, moved) })),
    );
}

/** The part of which the columns are a key. */
export function holderOf(columns: readonly string[], kept: Table, moved: Table): Table | null {
  const has = ({ primaryKey, uniques }: Table): boolean =>
    [...(primaryKey === null ? [] : [primaryKey]), ...uniques].some((key) => isSameSet(key.columns, columns));
  return has(kept) ? kept : has(moved) ? moved : null;
}

export function targetOf({ schema, table }: ForeignKey['references']): ObjectName {
  return { schema, name: table };
}

export function withTarget(key: ForeignKey, { name }: Table): ForeignKey {
  return { ...key, references: { ...key.references, table: name } };
}

export function dropConstraint(table: Table, name: string): DdlStatement {
  return {
    sql: `alter table ${sqlName(table)} drop constraint ${quoteName(name)}`,
    about: `foreign key of ${qualifiedName(table)}`,
  };
}
