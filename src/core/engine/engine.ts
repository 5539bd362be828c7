import type { Catalog } from '#core/catalog/catalog.ts';
import type { Result } from '#core/shared/result.ts';
import type { DirectoryState } from './directory-state.ts';
import type { Notice, RunOutcome, SqlFailure } from './outcome.ts';

/** Names a kept state of the whole database: rows, catalog, sequences, settings and session. */
export type SnapshotId = string & { readonly __snapshot: unique symbol };

export interface RunOptions {
  /** How many rows of each result are kept; the rest is counted only. 10,000 unless told. */
  readonly rowLimit?: number;
  /** A statement that takes longer is stopped as by `stop`. No limit unless told. */
  readonly timeLimitMs?: number;
  /**
   * The script is what pg_dump or psql's users write: rows may stand after COPY … FROM stdin, and psql's own commands are
   * passed over, as are statements about roles, rights and whole servers. For `run` only.
   */
  readonly isPsqlScript?: boolean;
}

export type EngineEvent =
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** The database died or was stopped. It is being started again from all that was reported as done. */
  | { readonly kind: 'lost'; readonly failure: SqlFailure }
  /** A database answers again: all that was committed is there, the session is a new one. */
  | { readonly kind: 'recovered' }
  /**
   * The files are not as they were. Comes before the answer to the call that changed them, so that a listener who writes
   * them down has done so before anything is reported as done.
   */
  | { readonly kind: 'changed'; readonly state: DirectoryState };

/** A database as a file to take away and to load again. */
export type DumpFormat = 'sql' | 'directory';

/** Why a database was not written to a file, or not read from one. The database itself is as it was. */
export interface FileFailure {
  /** A sentence for the reader. */
  readonly reason: string;
}

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

  /**
   * Puts a kept state back, whatever has happened since; the snapshot can be restored again. Where the server that it
   * was taken from is gone, its files are: then the session is a new one, and `recovered` is emitted.
   */
  restore(id: SnapshotId): Promise<Result<void, SqlFailure>>;

  /** Frees what a snapshot holds. Unknown ids are ignored. */
  forget(id: SnapshotId): void;

  /** The files of a snapshot, or those of the database as last reported. */
  state(id?: SnapshotId): DirectoryState;

  /** Makes a snapshot of files kept elsewhere. Nothing is started before it is restored. */
  adopt(state: DirectoryState): SnapshotId;

  /**
   * Writes what is committed as one file, by another server on the same files: the learner's session does not notice.
   * `sql` is pg_dump's script, `directory` a gzipped tar of the data directory.
   */
  dump(format: DumpFormat): Promise<Result<Uint8Array<ArrayBuffer>, FileFailure>>;

  /** Makes a snapshot of what a dumped file holds. The database itself stays as it is until the snapshot is restored. */
  load(format: DumpFormat, file: Uint8Array<ArrayBuffer>): Promise<Result<SnapshotId, FileFailure>>;

  /** What the database holds now, read from pg_catalog. Fails with 25P02 inside a failed transaction. */
  catalog(): Promise<Result<Catalog, SqlFailure>>;

  /**
   * Ends the statement in flight: its promise resolves with a `stopped` failure. All that was reported as done is kept,
   * the session is a new one; emits `lost` and `recovered`. Resolves when the database answers again. A dump or a load
   * under way is ended too, and fails.
   */
  stop(): Promise<void>;

  /** Starts one more, independent database from the base image. `role` names it in events and tools. */
  spawn(role: string): Promise<Engine>;

  subscribe(listener: (event: EngineEvent) => void): () => void;

  close(): Promise<void>;
}
