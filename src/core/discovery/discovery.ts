import type { CodedTable } from './coded-table.ts';

/** What is to be looked for in the rows of a table. */
export interface DiscoveryQuestion {
  readonly table: CodedTable;
  /** Whether NULL counts as a value like any other, equal to itself, or as different from everything, NULL included. */
  readonly nulls: 'equal' | 'different';
  /** The largest share of rows that may break what holds "nearly"; 0 asks for no such dependencies. */
  readonly threshold: number;
  readonly limits: DiscoveryLimits;
}

export interface DiscoveryLimits {
  /** No determinant of more columns is tried; null for all. */
  readonly determinantSize: number | null;
  /** So many sets of one size are held at most; each takes about 30 bytes. */
  readonly sets: number;
  /** So many dependencies are kept. */
  readonly found: number;
}

export const usualLimits: DiscoveryLimits = { determinantSize: null, sets: 1_000_000, found: 20_000 };

/** Columns by their place in the table, ascending. */
export type ColumnSet = readonly number[];

/** A dependency that the rows show: no determinant with fewer columns of these would do. */
export interface FoundDependency {
  readonly determinant: ColumnSet;
  readonly dependent: number;
  /** So many rows would have to go for it to hold (g3 × rows); 0 where it holds. */
  readonly brokenBy: number;
}

/** How far a search has come. All lists only grow. */
export interface DiscoveryReport {
  readonly rowCount: number;
  /** No two rows agree in these; minimal ones, by size. The empty set where there is at most one row. */
  readonly uniques: readonly ColumnSet[];
  /** What holds in every row: all minimal ones of up to `isFinished` columns in the determinant, by size. */
  readonly exact: readonly FoundDependency[];
  /** What holds but for a few rows, minimal among all that hold exactly or nearly. */
  readonly nearly: readonly FoundDependency[];
  readonly progress: DiscoveryProgress;
  /** Null while there is more to try. */
  readonly end: DiscoveryEnd | null;
}

export interface DiscoveryProgress {
  /** How many columns the determinants have that are being tried. */
  readonly size: number;
  /** Of this size, about: some turn out not to need a try. */
  readonly tried: number;
  readonly candidates: number;
  /** Determinants looked at since the start, of all sizes. */
  readonly triedInAll: number;
}

/** Determinants of up to `size` columns were all tried. With 'complete' no larger one is minimal. */
export interface DiscoveryEnd {
  readonly kind: 'complete' | 'determinant-size' | 'sets' | 'found' | 'stopped';
  /** -1 where not even the empty one was. */
  readonly size: number;
}
