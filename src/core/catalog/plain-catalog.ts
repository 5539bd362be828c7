import type { Catalog, Column, ForeignKey, Key, Routine, Sequence, Table, UserType, View } from './catalog.ts';

/** Catalogs by hand, in drawings and in tests: everything that is not named is absent. */
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

export function plainForeignKey(
  name: string,
  columns: readonly string[],
  references: ForeignKey['references'],
  parts: Partial<ForeignKey> = {},
): ForeignKey {
  return {
    name,
    columns,
    references,
    match: 'simple',
    onDelete: 'no action',
    onDeleteColumns: [],
    onUpdate: 'no action',
    deferrable: false,
    initiallyDeferred: false,
    validated: true,
    ...parts,
  };
}

export function plainView(name: string, parts: Partial<View> = {}): View {
  return {
    schema: 'public',
    name,
    materialized: false,
    columns: [],
    definition: '',
    indexes: [],
    triggers: [],
    comment: null,
    dependsOn: [],
    ...parts,
  };
}

export function plainRoutine(name: string, parts: Partial<Routine> = {}): Routine {
  return {
    schema: 'public',
    name,
    kind: 'function',
    arguments: '',
    returns: null,
    language: 'sql',
    definition: null,
    dependsOn: [],
    ...parts,
  };
}

export function plainType(name: string, kind: UserType['kind'], parts: Partial<UserType> = {}): UserType {
  return { schema: 'public', name, kind, labels: [], domain: null, attributes: [], subtype: null, ...parts };
}

export function plainSequence(name: string, parts: Partial<Sequence> = {}): Sequence {
  return {
    schema: 'public',
    name,
    ownedBy: null,
    isIdentity: false,
    type: 'bigint',
    start: '1',
    increment: '1',
    least: '1',
    most: '9223372036854775807',
    cycles: false,
    ...parts,
  };
}
