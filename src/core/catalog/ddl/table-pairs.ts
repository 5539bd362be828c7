import type { Catalog, Table, UserType } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { objectKey, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { nameMeanwhile, withTypesAside } from './alter-types.ts';
import { withNewNames } from './with-new-names.ts';

/** A table that stands and goes on. */
export interface TablePair {
  /** As it is called now. */
  readonly live: Table;
  /** The same once tables and columns have been renamed. */
  readonly before: Table;
  readonly after: Table;
  /** What the values of a column are converted with, by its new name. */
  readonly conversions: ReadonlyMap<string, string>;
}

export interface PairedTables {
  readonly pairs: readonly TablePair[];
  readonly dropped: readonly Table[];
  readonly added: readonly Table[];
  /** The live catalog once tables and columns have been renamed. */
  readonly renamed: Catalog;
}

/**
 * Which table becomes which: by lineage, and by name where it says nothing. A table that is partitioned otherwise can
 * only be made anew, as PostgreSQL has no ALTER for that.
 */
export function pairTables(live: Catalog, wanted: Catalog, lineage: Lineage, aside: readonly UserType[]): PairedTables {
  const standing = new Map(live.tables.map((table) => [objectKey(table), table]));
  const claimed = new Set([...lineage.tables.values()].map(objectKey));
  const sources = new Map<Table, Table>();
  for (const after of wanted.tables) {
    const key = objectKey(after);
    const mapped = lineage.tables.get(key);
    const found =
      mapped === undefined ? (claimed.has(key) ? undefined : standing.get(key)) : standing.get(objectKey(mapped));
    if (found !== undefined && canBecome(found, after)) sources.set(after, found);
  }
  const kept = new Map([...sources].map(([after, source]) => [source, after]));
  const renamed = withTypesAside(withNewNames(live, kept, lineage), aside);
  const renamedTables = new Map(live.tables.map((table, place) => [table, renamed.tables[place]]));
  return {
    pairs: [...sources].flatMap(([after, source]) => {
      const before = renamedTables.get(source);
      const given = lineage.conversions.get(objectKey(after)) ?? new Map<string, string>();
      if (before === undefined) return [];
      return [
        { live: source, before, after, conversions: new Map([...conversionsAside(before, after, aside), ...given]) },
      ];
    }),
    dropped: live.tables.filter((table) => !kept.has(table)),
    added: wanted.tables.filter((table) => !sources.has(table)),
    renamed,
  };
}

function canBecome(from: Table, to: Table): boolean {
  return (
    (from.persistence === 'temporary') === (to.persistence === 'temporary') &&
    from.partitioning?.strategy === to.partitioning?.strategy &&
    (from.partitioning === null ||
      to.partitioning === null ||
      from.partitioning.key.length === to.partitioning.key.length) &&
    (from.partitionOf === null) === (to.partitionOf === null) &&
    isSameData(from.partitionOf?.bounds, to.partitionOf?.bounds)
  );
}

/** A value of a type that was set aside becomes one of the new type by way of its text. */
function conversionsAside(before: Table, after: Table, aside: readonly UserType[]): ReadonlyMap<string, string> {
  const conversions = new Map<string, string>();
  const names = new Set(aside.map((type) => sqlName(nameMeanwhile(type))));
  const isAside = (type: string): boolean => names.has(type.replace(/\[\]$/, ''));
  for (const { name, type } of after.columns) {
    const was = before.columns.find((column) => column.name === name);
    if (was !== undefined && was.type !== type && isAside(was.type)) {
      const text = type.endsWith('[]') ? 'text[]' : 'text';
      conversions.set(name, `${quoteName(name)}::${text}::${type}`);
    }
  }
  return conversions;
}
