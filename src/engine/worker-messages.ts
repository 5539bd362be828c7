import type { DirectoryChanges, DirectoryState } from '#core/engine/directory-state.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { Notice, StatementOutcome } from '#core/engine/outcome.ts';
import type { Statement } from '#core/sql/split-statements.ts';
import type { Answered, ServerAnswers, ServerCall } from './mirror/server-connection.ts';
import type { PostgresFiles } from './postgres.ts';

/** What the page and the worker say to each other; all of it plain data that survives a structured clone. */
export type MessageToWorker =
  /** Starts the server up to the point where it needs its files. */
  | { readonly kind: 'start'; readonly files: PostgresFiles }
  | { readonly kind: 'open'; readonly state: DirectoryState }
  | { readonly kind: 'call'; readonly id: number; readonly call: ServerCall }
  | { readonly kind: 'forget'; readonly snapshot: SnapshotId };

export type MessageFromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-started'; readonly reason: string }
  /** The statements of a run that begins. */
  | { readonly kind: 'split'; readonly id: number; readonly statements: readonly Statement[] }
  /** The next of them has ended: what it did is done, whatever becomes of the rest. */
  | {
      readonly kind: 'outcome';
      readonly id: number;
      readonly outcome: StatementOutcome;
      readonly changes: DirectoryChanges | null;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly answered: Answered<keyof ServerAnswers> }
  /** A bug of ours. */
  | { readonly kind: 'broken'; readonly id: number; readonly reason: string }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'changes'; readonly changes: DirectoryChanges };
