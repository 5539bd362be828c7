import type { Catalog } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';

/** A schema as it is drawn: the live catalog with the edits on top of it. */
export interface Design {
  /** Has the rows, views, functions, … of the live one. */
  readonly catalog: Catalog;
  readonly lineage: Lineage;
  /** The edits that can not be made any more, because what they change is gone. The others stand. */
  readonly problems: readonly EditProblem[];
}

export interface EditProblem {
  /** The edit's place in the list. */
  readonly index: number;
  /** A sentence for the reader: what can not be done, and why. */
  readonly message: string;
}
