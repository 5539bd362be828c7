import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import type { Change } from '#core/catalog/schema-marks.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { relationshipId } from './relationships.ts';

/** What of a drawn schema is not in the live one yet. */
export interface DrawnMarks {
  /** By `objectKey`. */
  readonly tables: ReadonlyMap<string, Change>;
  /** By `objectKey`, then by name. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, Change>>;
  /** Ids of relationships. */
  readonly relationships: ReadonlySet<string>;
  /** Tables that are drawn away, as they are to be read. */
  readonly dropped: readonly string[];
}

export const nothingDrawn: DrawnMarks = {
  tables: new Map(),
  columns: new Map(),
  relationships: new Set(),
  dropped: [],
};

export function drawnMarks(live: Catalog, drawn: Catalog, lineage: Lineage): DrawnMarks {
  if (live === drawn) return nothingDrawn;
  const byKey = new Map(live.tables.map((table) => [objectKey(table), table]));
  const origins = new Map(
    drawn.tables.flatMap((table) => {
      const key = objectKey(table);
      const origin = byKey.get(objectKey(lineage.tables.get(key) ?? table));
      return origin === undefined ? [] : [[key, origin] as const];
    }),
  );
  const changed = drawn.tables.filter((table) => {
    const origin = origins.get(objectKey(table));
    return origin !== table && (origin === undefined || !isSameDesign(origin, table));
  });
  const kept = new Set([...origins.values()].map(objectKey));
  return {
    tables: new Map(changed.map((table) => [objectKey(table), origins.has(objectKey(table)) ? 'changed' : 'new'])),
    columns: new Map(
      changed.flatMap((table) => {
        const origin = origins.get(objectKey(table));
        // In a new table everything is new, and the table says so once.
        return origin === undefined ? [] : [[objectKey(table), changedColumns(table, origin, lineage)] as const];
      }),
    ),
    relationships: new Set(changed.flatMap((table) => changedKeys(table, origins.get(objectKey(table))))),
    dropped: live.tables
      .filter((table) => !kept.has(objectKey(table)))
      .map((table: ObjectName) => qualifiedName(table)),
  };
}

function isSameDesign(one: Table, other: Table): boolean {
  return isSameData({ ...one, rows: null }, { ...other, rows: null });
}

function changedColumns(table: Table, origin: Table, lineage: Lineage): ReadonlyMap<string, Change> {
  const names = lineage.columns.get(objectKey(table));
  return new Map(
    table.columns.flatMap((column): readonly (readonly [string, Change])[] => {
      const before = origin.columns.find(({ name }) => name === (names?.get(column.name) ?? column.name));
      if (before === undefined) return [[column.name, 'new']];
      return isSameData(before, column) ? [] : [[column.name, 'changed']];
    }),
  );
}

function changedKeys(table: Table, origin: Table | undefined): readonly string[] {
  return table.foreignKeys
    .filter((key) => !origin?.foreignKeys.some((before) => isSameData(before, key)))
    .map(({ name }) => relationshipId(table, name));
}
