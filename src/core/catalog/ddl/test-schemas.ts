import * as fc from 'fast-check';
import type { Catalog } from '#core/catalog/catalog.ts';
import { plainCatalog, plainTable } from '#core/catalog/plain-catalog.ts';
import { columnOf, typesOf } from './test-columns.ts';
import {
  addForeignKey,
  addIndexes,
  addKeys,
  addRules,
  withKeyIndexes,
  type TableInMaking,
} from './test-constraints.ts';
import { TakenNames } from './taken-names.ts';
import { pick, TestNames, type Draw } from './test-names.ts';
import { addPartitions } from './test-partitions.ts';

/**
 * Random schemas, as a catalog reads them: expressions as PostgreSQL prints them, an index behind each key, a sequence
 * behind each identity. For the tests of whoever writes, draws or judges a schema.
 */
export interface SchemaChoices {
  /** Partitioned tables, whose partitions are only drafted: PostgreSQL fills in what they inherit. */
  readonly partitions?: boolean;
  readonly tables?: number;
}

export function someCatalog({ partitions = false, tables = 5 }: SchemaChoices = {}): fc.Arbitrary<Catalog> {
  return fc.gen().map((draw) => makeCatalog(draw, partitions, tables));
}

function makeCatalog(draw: Draw, partitions: boolean, most: number): Catalog {
  const names = new TestNames(draw);
  const taken = new TakenNames();
  const schemas = ['public', ...draw(fc.subarray, ['crm', 'Weird "schema"'])];
  const { types, usable } = typesOf(draw, names, schemas, taken);
  const making = Array.from({ length: draw(fc.integer, { min: 0, max: most }) }, () => {
    const made = startTable(draw, names, schemas, usable, taken);
    taken.takeRelation(made.table);
    return made;
  });
  for (const made of making) {
    addKeys(draw, names, made, taken);
    addRules(draw, names, made, taken);
  }
  for (const made of making) {
    for (let left = draw(fc.integer, { min: 0, max: 2 }); left > 0; left -= 1) {
      addForeignKey(draw, names, made, making, taken);
    }
    addIndexes(draw, names, made, taken);
  }
  const tables = making.map(({ table }) => withKeyIndexes(table));
  return sorted({
    ...plainCatalog(),
    schemas,
    types,
    tables: partitions ? [...tables, ...addPartitions(draw, names)] : tables,
    sequences: making.flatMap(({ sequences }) => sequences),
  });
}

function startTable(
  draw: Draw,
  names: TestNames,
  schemas: readonly string[],
  types: Parameters<typeof columnOf>[2],
  taken: TakenNames,
): TableInMaking {
  const persistence = pick(draw, ['permanent', 'permanent', 'permanent', 'unlogged', 'temporary'] as const);
  const schema = persistence === 'temporary' ? 'pg_temp' : pick(draw, schemas);
  const name = names.table();
  const made: TableInMaking = {
    table: plainTable(name, { schema, persistence, comment: names.comment() }),
    sequences: [],
    kinds: new Map(),
  };
  for (let left = draw(fc.integer, { min: 1, max: 6 }); left > 0; left -= 1) {
    columnOf(draw, names, types, made, taken);
  }
  return made;
}

/** As the reader sorts: by bytes. */
function sorted(catalog: Catalog): Catalog {
  return {
    ...catalog,
    schemas: catalog.schemas.toSorted(compare),
    types: inSchemas(catalog.types),
    sequences: inSchemas(catalog.sequences),
    tables: inSchemas(catalog.tables).map((table) => ({
      ...table,
      uniques: byName(table.uniques),
      checks: byName(table.checks),
      exclusions: byName(table.exclusions),
      foreignKeys: byName(table.foreignKeys),
      indexes: byName(table.indexes),
    })),
  };
}

function inSchemas<Thing extends { readonly schema: string; readonly name: string }>(
  list: readonly Thing[],
): readonly Thing[] {
  return list.toSorted((one, other) => compare(one.schema, other.schema) || compare(one.name, other.name));
}

function byName<Thing extends { readonly name: string }>(list: readonly Thing[]): readonly Thing[] {
  return list.toSorted((one, other) => compare(one.name, other.name));
}

/** By code points, which is the order of their bytes. */
function compare(one: string, other: string): number {
  const left = Array.from(one, pointOf);
  const right = Array.from(other, pointOf);
  for (const [place, point] of left.entries()) {
    const difference = point - (right[place] ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function pointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** A schema whose columns stand in the order of their names, since no ALTER can change where they stand. */
export function withSortedColumns(catalog: Catalog): Catalog {
  return { ...catalog, tables: catalog.tables.map((table) => ({ ...table, columns: byName(table.columns) })) };
}
