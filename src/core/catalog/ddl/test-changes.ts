import * as fc from 'fast-check';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { pick, type Draw } from './test-names.ts';
import { someCatalog } from './test-schemas.ts';

export interface SchemaChange {
  readonly live: Catalog;
  readonly wanted: Catalog;
  readonly lineage: Lineage;
}

/**
 * Two random schemas and a lineage between them: any table may have become any other, any column any other, names are
 * swapped now and then. No type need fit the other: the values are given up for nulls.
 */
export function someChange(): fc.Arbitrary<SchemaChange> {
  return fc
    .tuple(someCatalog(), someCatalog(), fc.gen())
    .map(([live, wanted, draw]) => ({ live, wanted, lineage: someLineage(live, wanted, draw) }));
}

function someLineage(live: Catalog, wanted: Catalog, draw: Draw): Lineage {
  const tables = new Map<string, ObjectName>();
  const columns = new Map<string, ReadonlyMap<string, string>>();
  const conversions = new Map<string, ReadonlyMap<string, string>>();
  const free = new Set(live.tables);
  for (const table of wanted.tables) {
    const key = objectKey(table);
    conversions.set(key, new Map(table.columns.map(({ name, type }) => [name, `null::${type}`])));
    const candidates = [...free].filter((other) => isTemporary(other) === isTemporary(table));
    if (candidates.length === 0 || draw(fc.nat, { max: 3 }) === 0) continue;
    const source = pick(draw, candidates);
    free.delete(source);
    tables.set(key, { schema: source.schema, name: source.name });
    const left = new Set(source.columns.map(({ name }) => name));
    const own = new Map<string, string>();
    for (const { name } of table.columns) {
      if (left.size === 0 || draw(fc.nat, { max: 2 }) === 0) continue;
      const from = pick(draw, [...left]);
      left.delete(from);
      own.set(name, from);
    }
    columns.set(key, own);
  }
  return { tables, columns, conversions };
}

function isTemporary({ persistence }: Table): boolean {
  return persistence === 'temporary';
}
