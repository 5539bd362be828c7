import type { ReferentialAction } from '#core/catalog/catalog.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';

/** One way by which a delete goes on, or is held up: a foreign key that refers to rows that fall. */
export interface FallNode {
  readonly table: ObjectName;
  /** Null for the rows that the statement itself names. */
  readonly by: {
    readonly constraint: string;
    readonly columns: readonly string[];
    readonly action: ReferentialAction;
  } | null;
  readonly effect: 'falls' | 'set null' | 'set default' | 'blocks';
  /** Rows that fall here, are changed here or stand in the way here; of those that fall, not those of another place. */
  readonly count: number;
  /** Rows that this way reaches too, and that are counted where they were reached first. */
  readonly alsoReached: number;
  readonly sample: readonly SampleRow[];
  /** Rows that fall by the same key again, level by level, were put together here. */
  readonly levels: number;
  readonly children: readonly FallNode[];
}

export type SampleRow = Readonly<Record<string, string | null>>;

/** What a delete would do, read from the rows without deleting any. */
export interface Fall {
  readonly root: FallNode;
  /** By table, each row once. */
  readonly totals: readonly TableTotal[];
  /** Whether PostgreSQL will refuse, as far as reading can tell. */
  readonly verdict: 'goes' | 'refused' | 'uncertain';
  /** Sentences that say why it is refused or uncertain, and what was left out. */
  readonly notes: readonly string[];
}

export interface TableTotal {
  readonly table: ObjectName;
  readonly deleted: number;
  readonly changed: number;
  readonly blocking: number;
}

/** What PostgreSQL itself did when it was asked, before everything was put back. */
export type Truth =
  | { readonly kind: 'went'; readonly deleted: readonly { readonly table: ObjectName; readonly count: number }[] }
  | { readonly kind: 'refused'; readonly sqlState: string; readonly message: string; readonly detail: string | null };

export interface DeletePreview {
  readonly statement: string;
  readonly fall: Fall;
  readonly truth: Truth;
  /** False where they differ: triggers and rules of the learner's own are not read. */
  readonly agree: boolean;
}
