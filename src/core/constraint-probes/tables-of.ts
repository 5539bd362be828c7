import type { Catalog, Column, ForeignKey, Table, UserType } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, sqlName, type ObjectName } from '#core/catalog/object-name.ts';

export function tableOf({ tables }: Pick<Catalog, 'tables'>, name: ObjectName): Table | null {
  return tables.find((table) => isSameObject(table, name)) ?? null;
}

export function targetOf(catalog: Pick<Catalog, 'tables'>, { references }: ForeignKey): Table | null {
  return tableOf(catalog, { schema: references.schema, name: references.table });
}

export function isSelfReference(table: Table, { references }: ForeignKey): boolean {
  return table.schema === references.schema && table.name === references.table;
}

/** The type that a user made and a column has, if it is one. */
export function userTypeOf({ types }: Pick<Catalog, 'types'>, typeName: string): UserType | null {
  return (
    types.find((type) => sqlName(type) === typeName || qualifiedName(type) === typeName || type.name === typeName) ??
    null
  );
}

export interface PlainType {
  /** Not a domain any more. */
  readonly type: string;
  /** The domains on the way to it, the outermost first. */
  readonly domains: readonly UserType[];
}

/** What a domain narrows, and what that narrows, down to a type that is none. */
export function plainTypeOf(catalog: Pick<Catalog, 'types'>, typeName: string): PlainType {
  const domains: UserType[] = [];
  let type = typeName;
  for (;;) {
    const found = userTypeOf(catalog, type);
    if (found?.domain == null || domains.includes(found)) return { type, domains };
    domains.push(found);
    type = found.domain.type;
  }
}

export function columnOf({ columns }: Table, name: string): Column | null {
  return columns.find((column) => column.name === name) ?? null;
}

/** Columns that a row must give a value to or leave to their default; the others are computed. */
export function writtenColumns({ columns }: Table): readonly Column[] {
  return columns.filter(({ generated }) => generated === null);
}
