import type { Catalog } from '#core/catalog/catalog.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import type { DeletePreview } from '#core/delete-preview/fall.ts';
import type { ResultSet, SqlFailure } from '#core/engine/outcome.ts';

export type DeletePreviewState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | {
      readonly kind: 'ready';
      readonly table: ObjectName;
      readonly preview: DeletePreview;
      /** When the catalog is another now, something was run since. */
      readonly catalog: Catalog;
    }
  | { readonly kind: 'failed'; readonly failure: SqlFailure }
  /** It was run. */
  | { readonly kind: 'deleted'; readonly statement: string; readonly failure: SqlFailure | null };

/** The first rows of a table, to choose from. */
export interface FirstRows {
  readonly table: ObjectName;
  readonly catalog: Catalog;
  readonly rows: ResultSet | null;
}

/** What of it belongs to one lesson and ends with it. */
export const freshDeletePreview: {
  readonly deletePreview: DeletePreviewState;
  readonly firstRows: FirstRows | null;
} = { deletePreview: { kind: 'idle' }, firstRows: null };
