import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import type { CellText, ResultColumn, RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import type { Metrics } from '#content/labs/lab-kind.ts';
import type { Place } from '#content/lesson.ts';
import type * as v from 'valibot';

/** One item of a `yaml check` block. `params` has been validated by the schema of its kind. */
export interface Check<Params = unknown> {
  /** Unique within its step: the author's `id`, a word or a clause that says what is asked, or the kind and a number. */
  readonly id: string;
  readonly kind: string;
  /** The author's message for a failure, or null. */
  readonly says: string | null;
  readonly params: Params;
  readonly place: Place;
}

/** What a check asks of the database. */
export type CheckEngine = Pick<Engine, 'run' | 'probe' | 'catalog' | 'snapshot' | 'restore' | 'forget'>;

/** What a check may look at. The database stands as the answer left it; whatever a check does is undone after it. */
export interface CheckContext {
  readonly engine: CheckEngine;
  readonly before: { readonly snapshot: SnapshotId; readonly catalog: Catalog };
  readonly now: Catalog;
  /** What the learner ran last, or null when nothing was run in this step. */
  readonly answer: RunOutcome | null;
  /** The step's reference solution. */
  readonly solution: string;
  /** The figures of the learner's own runs of the lesson's labs, by their ids; a lab that was not run yet has none. */
  readonly labs: ReadonlyMap<string, Metrics>;
}

/** What proves a verdict. */
export type Evidence =
  | {
      readonly kind: 'rows';
      /** One sentence that says what these rows are. */
      readonly title: string;
      readonly columns: readonly ResultColumn[];
      readonly rows: readonly (readonly CellText[])[];
      /** How many there are in all; `rows` holds the first few. */
      readonly rowCount: number;
    }
  | { readonly kind: 'failure'; readonly failure: SqlFailure };

export interface Verdict {
  readonly ok: boolean;
  /** Says what was expected and what was found; shown as text with `code` in backticks. */
  readonly message: string;
  /**
   * What of the message stays where the author's `says` takes the place of the rest: what was found, without what was
   * asked. All of it unless given; empty where there is only one thing to be found.
   */
  readonly finding?: string;
  readonly evidence?: readonly Evidence[];
}

/**
 * A kind of check: one file, plus one line in the registry.
 *
 * `describe` is what the learner reads before any answer: one clause that completes "Your answer must …", with names
 * in backticks. `grade` may leave traces in the database; the caller undoes them.
 */
export interface CheckKind<Params> {
  readonly kind: string;
  readonly schema: v.GenericSchema<unknown, Params>;
  describe(params: Params): string;
  grade(params: Params, context: CheckContext): Promise<Verdict>;
}
