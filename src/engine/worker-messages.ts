import type { Catalog } from '#core/catalog/catalog.ts';
import type { EngineEvent, RunOptions, SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, SqlFailure, StatementOutcome } from '#core/engine/outcome.ts';
import type { Result } from '#core/shared/result.ts';
import type { Statement } from '#core/sql/split-statements.ts';
import type { PostgresFiles } from './postgres.ts';

/** What the page and the worker say to each other; all of it plain data that survives a structured clone. */
export type MessageToWorker =
  | { readonly kind: 'start'; readonly files: PostgresFiles }
  | { readonly kind: 'call'; readonly id: number; readonly call: EngineCall }
  | { readonly kind: 'forget'; readonly snapshot: SnapshotId };

export type EngineCall =
  | { readonly method: 'run' | 'probe'; readonly sql: string; readonly options: RunOptions }
  | { readonly method: 'snapshot' }
  | { readonly method: 'restore'; readonly snapshot: SnapshotId }
  | { readonly method: 'catalog' };

/** What each call is answered with. */
export interface EngineAnswers {
  readonly run: RunOutcome;
  readonly probe: RunOutcome;
  readonly snapshot: Result<SnapshotId, SqlFailure>;
  readonly restore: Result<void, SqlFailure>;
  readonly catalog: Result<Catalog, SqlFailure>;
}

export type MessageFromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-started'; readonly reason: string }
  /** The statements of a run that begins. */
  | { readonly kind: 'split'; readonly id: number; readonly statements: readonly Statement[] }
  /** The next of them has ended: what it did is done, whatever becomes of the rest. */
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: StatementOutcome }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: EngineAnswers[EngineCall['method']] }
  /** A bug of ours. */
  | { readonly kind: 'broken'; readonly id: number; readonly reason: string }
  | { readonly kind: 'event'; readonly event: EngineEvent };
