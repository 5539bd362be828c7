import type { ForeignKey, Table } from '#core/catalog/catalog.ts';
import type { RowValues } from './made-row.ts';
import type { Rule } from './row-rules.ts';

/** A row that is wanted. */
export interface RowRequest {
  readonly table: Table;
  readonly fixed?: RowValues;
  /** Foreign keys that are to point to a row although they might be NULL. */
  readonly forced?: readonly ForeignKey[];
  /** The foreign key whose parent is to be a new row, to which nothing else refers. */
  readonly fresh?: ForeignKey;
  /** The new parent comes after the row, as where it refers to the row in turn. */
  readonly isParentLater?: boolean;
  readonly goals?: readonly string[];
  readonly skips?: (rule: Rule) => boolean;
  readonly setup?: readonly string[];
  /** Foreign keys to the same table are to point to different rows. */
  readonly isApart?: boolean;
  /** Parents that are part of a key are to be new rows. */
  readonly isNew?: boolean;
}
