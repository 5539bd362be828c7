import type { Catalog } from '#core/catalog/catalog.ts';
import type { Result } from '#core/shared/result.ts';
import type { Notice, RunOutcome, SqlFailure } from './outcome.ts';

/** Names a kept state of the whole database: rows, catalog, sequences, settings and session. */
export type SnapshotId = string & { readonly __snapshot: unique symbol };

export interface RunOptions {
  /** How many rows of each result are kept; the rest is counted only. 10,000 unless told. */
  readonly rowLimit?: number;
}

export type EngineEvent =
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** The database died or was stopped; what was not reported as done is gone. */
  | { readonly kind: 'lost'; readonly failure: SqlFailure }
  /** A database answers again. `kept` says what it holds: the state of the last snapshot, or an empty database. */
  | { readonly kind: 'recovered'; readonly kept: 'snapshot' | 'nothing' };

/**
 * One PostgreSQL with one connection. The worker in the browser and the gate in Node implement it alike.
 *
 * Calls are queued in the order they are made. Expected failures are values: a promise rejects only for our own bugs.
 */
export interface Engine {
  /**
   * Runs the statements of `script` one by one and stops at the first that fails; the rest is reported as skipped.
   * What earlier statements did is kept, as psql would.
   */
  run(script: string, options?: RunOptions): Promise<RunOutcome>;

  /**
   * Runs `sql` as a question: under default settings and role, in a transaction of its own, with deferred constraints
   * made immediate at the end; then everything is put back, sequences included. The failure of a deferred constraint
   * is reported as that of the last statement.
   */
  probe(sql: string, options?: RunOptions): Promise<RunOutcome>;

  /** Keeps the whole state as it is now, the session and a transaction left open included. */
  snapshot(): Promise<Result<SnapshotId, SqlFailure>>;

  /** Puts a kept state back, whatever has happened since; the snapshot can be restored again. */
  restore(id: SnapshotId): Promise<Result<void, SqlFailure>>;

  /** Frees what a snapshot holds. Unknown ids are ignored. */
  forget(id: SnapshotId): void;

  /** What the database holds now, read from pg_catalog. Fails with 25P02 inside a failed transaction. */
  catalog(): Promise<Result<Catalog, SqlFailure>>;

  /**
   * Ends the statement in flight: its promise resolves with a `stopped` failure. Restores the last snapshot taken or
   * restored; emits `lost` and `recovered`.
   */
  stop(): Promise<void>;

  /** Starts one more, independent database from the base image. `role` names it in events and tools. */
  spawn(role: string): Promise<Engine>;

  subscribe(listener: (event: EngineEvent) => void): () => void;

  close(): Promise<void>;
}
