import type { Table } from '#core/catalog/catalog.ts';
import { isSameObject } from '#core/catalog/object-name.ts';

export interface ColumnOfTable {
  readonly table: Table;
  readonly column: string;
}

/** Tells columns apart, whatever they are called. */
export function columnKey({ table, column }: ColumnOfTable): string {
  return JSON.stringify([table.schema, table.name, column]);
}

/** A pair of columns of a foreign key. */
export interface ForeignKeyTie {
  readonly from: ColumnOfTable;
  readonly to: ColumnOfTable;
}

/** Of a table to itself there is none: its two columns are two roles. */
export function foreignKeyTies(tables: readonly Table[]): readonly ForeignKeyTie[] {
  return tables.flatMap((table) =>
    table.foreignKeys.flatMap(({ columns, references }) => {
      const target = tables.find((each) => isSameObject(each, { schema: references.schema, name: references.table }));
      if (target === undefined || target === table) return [];
      return columns.map((column, place) => ({
        from: { table, column },
        to: { table: target, column: references.columns[place] ?? '' },
      }));
    }),
  );
}

/** Where one comes to along foreign keys, in either direction. */
export class TieGraph {
  readonly #neighbours = new Map<string, string[]>();
  readonly #referenced = new Set<string>();

  constructor(ties: readonly ForeignKeyTie[]) {
    for (const { from, to } of ties) {
      const [one, other] = [columnKey(from), columnKey(to)];
      this.#neighbours.set(one, [...(this.#neighbours.get(one) ?? []), other]);
      this.#neighbours.set(other, [...(this.#neighbours.get(other) ?? []), one]);
      this.#referenced.add(other);
    }
  }

  /** Whether a foreign key refers to it. */
  isReferenced(key: string): boolean {
    return this.#referenced.has(key);
  }

  /** By `columnKey`, without the column itself. The way ends at columns for which `isEnd` is true. */
  reachable(from: string, isEnd: (key: string) => boolean): readonly string[] {
    const seen = new Set([from]);
    const waiting = [from];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      for (const next of this.#neighbours.get(key) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        if (!isEnd(next)) waiting.push(next);
      }
    }
    seen.delete(from);
    return [...seen];
  }
}
