import type { CheckConstraint, Column, Exclusion, ForeignKey, Index, Key, Table } from '#core/catalog/catalog.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';

/**
 * One stroke of drawing: what a learner changes in a schema without having run it. Names are those that the drawn schema
 * has at that moment. A drawing is a list of edits on top of the live catalog, so that it goes on when the live catalog
 * changes under it, and each stroke can be taken back.
 */
export type SchemaEdit =
  | { readonly kind: 'add-table'; readonly table: Table }
  | { readonly kind: 'rename-table'; readonly table: ObjectName; readonly name: string }
  | { readonly kind: 'comment-table'; readonly table: ObjectName; readonly comment: string | null }
  /** Its foreign keys, and those of others to it, go with it. */
  | { readonly kind: 'drop-table'; readonly table: ObjectName }
  | { readonly kind: 'add-column'; readonly table: ObjectName; readonly column: Column }
  | {
      readonly kind: 'change-column';
      readonly table: ObjectName;
      readonly column: string;
      /** What it is to be instead; a new `name` renames it, wherever it is named. */
      readonly to: Partial<Column>;
      /** For a new type: the expression that makes the new value of the old, or null for PostgreSQL's own cast. */
      readonly using?: string | null;
    }
  | { readonly kind: 'drop-column'; readonly table: ObjectName; readonly column: string }
  | { readonly kind: 'set-primary-key'; readonly table: ObjectName; readonly key: Key | null }
  | { readonly kind: 'add-unique'; readonly table: ObjectName; readonly key: Key }
  | { readonly kind: 'add-check'; readonly table: ObjectName; readonly check: CheckConstraint }
  | { readonly kind: 'add-exclusion'; readonly table: ObjectName; readonly exclusion: Exclusion }
  | { readonly kind: 'add-foreign-key'; readonly table: ObjectName; readonly foreignKey: ForeignKey }
  /** The one of this name becomes another; its name stays unless the new one has one of its own. */
  | { readonly kind: 'change-foreign-key'; readonly table: ObjectName; readonly name: string; readonly to: ForeignKey }
  | { readonly kind: 'add-index'; readonly table: ObjectName; readonly index: Index }
  | { readonly kind: 'drop-index'; readonly table: ObjectName; readonly name: string }
  /** A unique, check, exclusion or foreign key. */
  | { readonly kind: 'drop-constraint'; readonly table: ObjectName; readonly name: string }
  /** Several that belong together and are taken back together: a junction table with its two keys. */
  | { readonly kind: 'together'; readonly title: string; readonly edits: readonly SchemaEdit[] };
