import { withoutArchive } from '#core/catalog/archive-schema.ts';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { isSameObject, objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { declaredDependencies, type DeclaredDependency } from '#core/normalization/declared-dependencies.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import type { AppState } from '#state/app-state.ts';
import type { StatedDependency } from './normalization-slice.ts';
import { splitFrom } from './standing-splits.ts';

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

type Source = Pick<AppState, 'catalog' | 'normalizationTable' | 'statedDependencies'> &
  // Where a split was undone, the lab goes back to the table that was split.
  Partial<Pick<AppState, 'doneSplits'>>;

let last: { readonly source: Source; readonly relation: LiveRelation | null } | null = null;

const noSplits: AppState['doneSplits'] = [];

/** The relation that the normalization lab is about, the same object as long as nothing of it changes. */
export function relationOf({
  catalog,
  normalizationTable,
  statedDependencies,
  doneSplits = noSplits,
}: Source): LiveRelation | null {
  const isSame =
    last?.source.catalog === catalog &&
    last.source.normalizationTable === normalizationTable &&
    last.source.statedDependencies === statedDependencies &&
    last.source.doneSplits === doneSplits;
  if (last === null || !isSame) {
    const source = { catalog, normalizationTable, statedDependencies, doneSplits };
    last = { source, relation: catalog === null ? null : readRelation(catalog, source) };
  }
  return last.relation;
}

/** For who asks of another table than the lab's: a new object each time. */
export function readRelation(
  catalog: Catalog,
  { normalizationTable, statedDependencies, doneSplits = noSplits }: Omit<Source, 'catalog'>,
): LiveRelation | null {
  const tables = tablesToNormalize(catalog);
  const find = (name: ObjectName | null): Table | undefined =>
    tables.find((each) => name !== null && isSameObject(each, name));
  const wholeOf = (name: ObjectName | null): Table | undefined => find(name && splitFrom(doneSplits, name));
  const table = find(normalizationTable) ?? wholeOf(normalizationTable) ?? widest(tables);
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
