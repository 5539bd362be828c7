import type { ObjectName } from '#core/catalog/object-name.ts';
import type { DiscoveryQuestion, DiscoveryReport } from '#core/discovery/discovery.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { ResultColumn, CellText } from '#core/engine/outcome.ts';
import type { DiscoverySlice } from './discovery-slice.ts';

export type NullHandling = DiscoveryQuestion['nulls'];

/** What the learner may choose of a search. */
export interface DiscoveryOptions {
  readonly nulls: NullHandling;
  /** The largest share of rows that may break what holds nearly. */
  readonly threshold: number;
  /** No determinant with more columns; null for the one that fits the table. */
  readonly determinantSize: number | null;
}

/** What the rows of a table show. */
export interface Discovery {
  readonly table: ObjectName;
  readonly columns: readonly string[];
  readonly options: DiscoveryOptions;
  readonly rowsInAll: number;
  readonly report: DiscoveryReport;
  /** Why the search ended before its time: it was lost; null where it was not. */
  readonly loss: string | null;
  /** The state of the database that was looked at. */
  readonly state: SnapshotId | null;
}

export type DiscoveryState =
  | { readonly kind: 'none' }
  /** `report` is null while the rows are read. */
  | { readonly kind: 'running'; readonly table: ObjectName; readonly report: DiscoveryReport | null }
  /** What was found before is still there. */
  | {
      readonly kind: 'failed';
      readonly table: ObjectName;
      readonly message: string;
      readonly earlier: Discovery | null;
    }
  | { readonly kind: 'ready'; readonly discovery: Discovery };

/** Whether one dependency holds in all rows, and what breaks it. */
export type Breach =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'answered';
      readonly columns: readonly ResultColumn[];
      /**
       * Values of the determinant beside different dependents, and how many rows have each; of a multivalued dependency
       * two rows and the one that they call for, with whether it is there.
       */
      readonly rows: readonly (readonly CellText[])[];
      readonly rowCount: number;
      /** So many rows would have to go; null where there are too many to say, or none that would help. */
      readonly brokenBy: number | null;
      readonly state: SnapshotId | null;
    };

/** What of discovery belongs to one lesson and ends with it. */
export const freshDiscovery = {
  discovery: { kind: 'none' },
  breaches: {},
} satisfies Partial<DiscoverySlice>;
