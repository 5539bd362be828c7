import type { ObjectName } from './object-name.ts';

/**
 * Where the things of a drawn catalog come from in the live one. By names alone a table that was renamed would be one
 * that was dropped and another that was made, and its rows would be lost.
 */
export interface Lineage {
  /** By `objectKey` of a drawn table: the live table's name. Drawn tables that are new are not in it. */
  readonly tables: ReadonlyMap<string, ObjectName>;
  /** By `objectKey` of a drawn table, then by the drawn column: the live column's name, where that is another. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By `objectKey` of a drawn table, then by the drawn column: what its values are converted with, after USING. */
  readonly conversions: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Everything is called as it was. */
export const noLineage: Lineage = { tables: new Map(), columns: new Map(), conversions: new Map() };
