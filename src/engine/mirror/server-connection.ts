import type { Catalog } from '#core/catalog/catalog.ts';
import type { DirectoryChanges, DirectoryState } from '#core/engine/directory-state.ts';
import type { DumpFormat, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { Notice, RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import type { Result } from '#core/shared/result.ts';
import type { RunProgress } from '#engine/run-script.ts';

export type ServerCall =
  | { readonly method: 'run' | 'probe'; readonly sql: string; readonly options: RunOptions }
  | { readonly method: 'snapshot' }
  | { readonly method: 'restore'; readonly snapshot: SnapshotId }
  | { readonly method: 'catalog' }
  | { readonly method: 'dump'; readonly format: DumpFormat }
  | { readonly method: 'read-directory'; readonly archive: Uint8Array<ArrayBuffer> }
  | { readonly method: 'load-sql'; readonly script: Uint8Array<ArrayBuffer> };

/** What each call is answered with. */
export interface ServerAnswers {
  readonly run: RunOutcome;
  readonly probe: RunOutcome;
  readonly snapshot: Result<SnapshotId, SqlFailure>;
  readonly restore: null;
  readonly catalog: Result<Catalog, SqlFailure>;
  readonly dump: Result<Uint8Array<ArrayBuffer>, string>;
  readonly 'read-directory': Result<DirectoryState, string>;
  readonly 'load-sql': Result<void, string>;
}

export interface Answered<Method extends keyof ServerAnswers> {
  readonly answer: ServerAnswers[Method];
  /** Why the server has to be replaced now, or null. */
  readonly loss: string | null;
}

/** Hears what a server says unasked, as long as it was not terminated. */
export interface ConnectionListener {
  readonly onNotice: (notice: Notice) => void;
  readonly onChanges: (changes: DirectoryChanges) => void;
  /** It has died by itself; calls in flight have been answered with the same failure. */
  readonly onDeath: (failure: SqlFailure) => void;
}

/**
 * One server somewhere, in a worker or in this thread, from its start to its end. It is started when the connection is
 * made, up to the point where it needs its files.
 */
export interface ServerConnection {
  /** The key of the base image that it was started with: it can open differences to that one only. */
  readonly base: string;
  /** Gives it the files to go on with; fails with a sentence for the reader. Once. */
  open(state: DirectoryState): Promise<Result<void, string>>;
  /** One call at a time. Fails with what ended the connection; rejects for our own bugs only. */
  call<Method extends ServerCall['method']>(
    call: ServerCall & { readonly method: Method },
    progress?: RunProgress,
  ): Promise<Result<Answered<Method>, SqlFailure>>;
  forget(snapshot: SnapshotId): void;
  /** Ends it, whatever it is doing; the call in flight fails with `failure`. */
  terminate(failure: SqlFailure): void;
}

export type Connect = (listener: ConnectionListener, base: string) => ServerConnection;
