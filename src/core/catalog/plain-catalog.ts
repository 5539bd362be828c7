import type { Catalog, Column, Key, Table } from './catalog.ts';

/** Catalogs by hand, for tests: everything that is not named is absent. */
export function plainCatalog(parts: Partial<Catalog> = {}): Catalog {
  return { schemas: ['public'], tables: [], views: [], functions: [], types: [], sequences: [], ...parts };
}

export function plainTable(name: string, parts: Partial<Table> = {}): Table {
  return {
    schema: 'public',
    name,
    persistence: 'permanent',
    columns: [],
    primaryKey: null,
    uniques: [],
    checks: [],
    exclusions: [],
    foreignKeys: [],
    indexes: [],
    triggers: [],
    partitioning: null,
    partitionOf: null,
    rows: { count: 0, exact: true },
    comment: null,
    ...parts,
  };
}

export function plainColumn(name: string, type: string, parts: Partial<Column> = {}): Column {
  return {
    name,
    type,
    notNull: false,
    default: null,
    identity: null,
    generated: null,
    generation: null,
    collation: null,
    comment: null,
    ...parts,
  };
}

export function plainKey(name: string, ...columns: readonly string[]): Key {
  return { name, columns, include: [], deferrable: false, initiallyDeferred: false, nullsNotDistinct: false };
}
