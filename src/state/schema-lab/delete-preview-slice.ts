import type { Catalog } from '#core/catalog/catalog.ts';
import { isSameObject, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { DeletePreview } from '#core/delete-preview/fall.ts';
import { previewDelete } from '#core/delete-preview/preview-delete.ts';
import type { ResultSet, SqlFailure } from '#core/engine/outcome.ts';
import type { SliceContext } from '#state/app-state.ts';
import { runOptionsOf } from '#state/run-options.ts';
import { askDatabase } from './ask-database.ts';

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

export interface DeletePreviewSlice {
  readonly deletePreview: DeletePreviewState;
  readonly firstRows: FirstRows | null;
  readonly showFirstRows: (table: ObjectName) => Promise<void>;
  readonly previewDelete: (table: ObjectName, condition: string) => Promise<void>;
  /** Runs the statement of the preview as the learner's own. */
  readonly runPreviewedDelete: () => Promise<void>;
  readonly dropDeletePreview: () => void;
}

/** What of it belongs to one lesson and ends with it. */
export const freshDeletePreview = {
  deletePreview: { kind: 'idle' },
  firstRows: null,
} satisfies Partial<DeletePreviewSlice>;

const rowsToChooseFrom = 12;

export function createDeletePreviewSlice(context: SliceContext): DeletePreviewSlice {
  const { set, get, session, during } = context;
  return {
    ...freshDeletePreview,
    showFirstRows: async (table) => {
      const { catalog, firstRows } = get();
      if (catalog === null || (firstRows?.catalog === catalog && isSameObject(firstRows.table, table))) return;
      set({ firstRows: { table, catalog, rows: null } });
      const key = catalog.tables.find((one) => isSameObject(one, table))?.primaryKey?.columns ?? [];
      const order = key.length === 0 ? '' : ` order by ${key.map(quoteName).join(', ')}`;
      const outcome = await askDatabase(context, `select * from ${sqlName(table)}${order} limit ${rowsToChooseFrom}`);
      const statement = outcome?.statements[0];
      const isWanted = get().firstRows?.catalog === catalog && isSameObject(get().firstRows?.table ?? table, table);
      if (isWanted && statement?.kind === 'done') set({ firstRows: { table, catalog, rows: statement.result } });
    },
    previewDelete: (name, condition) =>
      during('probe', async () => {
        const database = session.lesson;
        const { catalog } = get();
        const table = catalog?.tables.find((one) => isSameObject(one, name));
        if (database === null || catalog === null || table === undefined) return;
        set({ deletePreview: { kind: 'running' } });
        const found = await previewDelete(catalog, table, condition, (sql) =>
          database.probe(sql, runOptionsOf(get().preferences)),
        );
        if (session.lesson !== database) return;
        set({
          deletePreview: found.ok
            ? { kind: 'ready', table: name, preview: found.value, catalog }
            : { kind: 'failed', failure: found.error },
        });
      }),
    runPreviewedDelete: async () => {
      const { deletePreview } = get();
      if (deletePreview.kind !== 'ready') return;
      const { statement } = deletePreview.preview;
      const before = get().lastRun;
      await get().submitSql(statement, 0);
      const run = get().lastRun;
      // Something else was running, or the lesson was left.
      if (run === null || run === before || get().deletePreview !== deletePreview) return;
      const failed = run.outcome.statements.find(({ kind }) => kind === 'failed');
      set({
        deletePreview: { kind: 'deleted', statement, failure: failed?.kind === 'failed' ? failed.failure : null },
      });
    },
    dropDeletePreview: () => set({ deletePreview: { kind: 'idle' } }),
  };
}
