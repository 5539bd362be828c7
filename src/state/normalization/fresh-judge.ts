import type { Evidence } from '#content/checks/check-kind.ts';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { ResultSet } from '#core/engine/outcome.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import type { NormalForm, RelationScheme } from '#core/relational/dependency.ts';
import type { JudgeSlice } from './judge-slice.ts';

/** What a design of the learner's own is measured by: the table as it was when they began. */
export interface JudgeStart {
  readonly table: Table;
  readonly catalog: Catalog;
  /** Numbers that the table gives its rows itself are no part of it, where nothing is stated of them. */
  readonly scheme: RelationScheme;
  /** By attribute; the first of them where there were too many. */
  readonly rows: ResultSet;
}

export interface JudgedFinding {
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

export interface JudgedTable {
  readonly table: ObjectName;
  readonly form: NormalForm;
  /** By the names of its columns; the first few. */
  readonly keys: readonly (readonly string[])[];
  readonly violations: readonly JudgedFinding[];
}

/** A column of the start that no column stands for, and those that nothing is known of. */
export interface MissingColumn {
  readonly attribute: string;
  /** As `table.column`. */
  readonly candidates: readonly string[];
}

export type DesignJudgement =
  /** It could not be read as a decomposition, and why. */
  | { readonly kind: 'unread'; readonly problems: readonly string[]; readonly missing: readonly MissingColumn[] }
  | {
      readonly kind: 'read';
      readonly tables: readonly JudgedTable[];
      /** Null where joining the tables gives back what was split, whatever rows come. */
      readonly lossy: JudgedFinding | null;
      /** Dependencies that no table guards any more. */
      readonly lost: readonly JudgedFinding[];
      /** Null where the rows are those that were there. */
      readonly moved: JudgedFinding | null;
    };

export type JudgementState =
  | { readonly kind: 'none' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'judging' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'ready'; readonly judgement: DesignJudgement; readonly state: SnapshotId | null };

/** What of it belongs to one lesson and ends with it. */
export const freshJudge = {
  judgeStart: null,
  judgeColumns: {},
  judgement: { kind: 'none' },
} satisfies Partial<JudgeSlice>;
