import { withoutArchive } from '#core/catalog/archive-schema.ts';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { isSameObject, objectKey } from '#core/catalog/object-name.ts';
import { declaredDependencies, type DeclaredDependency } from '#core/normalization/declared-dependencies.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import type { AppState } from '#state/app-state.ts';
import type { StatedDependency } from './normalization-slice.ts';

/** A live table as the theory sees it. */
export interface LiveRelation {
  readonly table: Table;
  /** Its columns, with what is declared and what is stated about them. */
  readonly scheme: RelationScheme;
  readonly declared: readonly DeclaredDependency[];
  readonly stated: readonly StatedDependency[];
  /** Stated of columns that are not there any more: no part of the scheme. */
  readonly stale: readonly StatedDependency[];
}

type Source = Pick<AppState, 'catalog' | 'normalizationTable' | 'statedDependencies'>;

let last: { readonly source: Source; readonly relation: LiveRelation | null } | null = null;

/** The relation that the normalization lab is about, the same object as long as nothing of it changes. */
export function relationOf({ catalog, normalizationTable, statedDependencies }: Source): LiveRelation | null {
  const isSame =
    last?.source.catalog === catalog &&
    last.source.normalizationTable === normalizationTable &&
    last.source.statedDependencies === statedDependencies;
  if (last === null || !isSame) {
    const source = { catalog, normalizationTable, statedDependencies };
    last = { source, relation: catalog === null ? null : readRelation(catalog, source) };
  }
  return last.relation;
}

/** For who asks of another table than the lab's: a new object each time. */
export function readRelation(
  catalog: Catalog,
  { normalizationTable, statedDependencies }: Omit<Source, 'catalog'>,
): LiveRelation | null {
  const tables = tablesToNormalize(catalog);
  const table =
    tables.find((each) => normalizationTable !== null && isSameObject(each, normalizationTable)) ?? widest(tables);
  if (table === null) return null;
  const attributes = table.columns.map(({ name }) => name);
  const declared = declaredDependencies(table);
  const all = statedDependencies[objectKey(table)] ?? [];
  const isThere = ({ determinant, dependents }: StatedDependency): boolean =>
    [...determinant, ...dependents].every((name) => attributes.includes(name));
  const stated = all.filter(isThere);
  return {
    table,
    scheme: {
      attributes,
      functional: [...declared, ...stated.filter(({ kind }) => kind === 'functional')],
      multivalued: stated.filter(({ kind }) => kind === 'multivalued'),
    },
    declared,
    stated,
    stale: all.filter((dependency) => !isThere(dependency)),
  };
}

/** The tables that the lab offers; partitions are their table's. */
export function tablesToNormalize(catalog: Catalog): readonly Table[] {
  return withoutArchive(catalog).tables.filter(
    ({ partitionOf, columns }) => partitionOf === null && columns.length > 0,
  );
}

/** What has the most columns is most likely to want splitting. */
function widest(tables: readonly Table[]): Table | null {
  return tables.toSorted((one, other) => other.columns.length - one.columns.length)[0] ?? null;
}
