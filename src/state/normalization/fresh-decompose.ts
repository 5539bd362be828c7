import type { ObjectName } from '#core/catalog/object-name.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { Anomaly } from '#core/normalization/anomalies/anomaly-ground.ts';
import type { MigrationChoice, MigrationGround } from '#core/normalization/migration/migration-ground.ts';
import type { Redundancy } from '#core/normalization/redundancy.ts';
import type { ViolatingDependency } from '#core/normalization/table-split.ts';
import type { LostDependency } from '#core/relational/dependency-preservation.ts';
import type { DecomposeSlice } from './decompose-slice.ts';
import type { AnomaliesSlice } from './anomalies-slice.ts';

/** What a split would do, asked of the rows. */
export interface Decomposition extends MigrationGround {
  readonly redundancy: Redundancy;
  /** Dependencies that no table would guard any more. */
  readonly lost: readonly LostDependency[];
  /** The state of the database that was asked. */
  readonly state: SnapshotId | null;
}

/** The violation that is taken on, and what is known of the split by it. */
export type DecompositionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly table: ObjectName; readonly dependency: ViolatingDependency }
  | {
      readonly kind: 'failed';
      readonly table: ObjectName;
      readonly dependency: ViolatingDependency;
      readonly message: string;
    }
  | {
      readonly kind: 'ready';
      readonly table: ObjectName;
      readonly dependency: ViolatingDependency;
      readonly decomposition: Decomposition;
    };

/** A split that was run. */
export interface DoneSplit {
  readonly dependency: ViolatingDependency;
  readonly from: ObjectName;
  readonly into: readonly [ObjectName, ObjectName];
  /** The run that made it. */
  readonly sql: string;
}

export type AnomaliesState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly of: Decomposition; readonly anomalies: readonly Anomaly[] }
  | {
      readonly kind: 'failed';
      readonly of: Decomposition;
      readonly anomalies: readonly Anomaly[];
      readonly message: string;
    }
  | { readonly kind: 'ready'; readonly of: Decomposition; readonly anomalies: readonly Anomaly[] };

export const freshMigrationChoice: MigrationChoice = { style: 'alter', moved: '', kept: '', old: 'renamed' };

/** What of it belongs to one lesson and ends with it. */
export const freshDecompose = {
  decomposition: { kind: 'none' },
  migrationChoice: freshMigrationChoice,
  migrationFailure: null,
  doneSplits: [],
  anomalies: { kind: 'none' },
} satisfies Partial<DecomposeSlice & AnomaliesSlice>;
