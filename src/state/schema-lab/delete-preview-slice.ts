import { isSameObject, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { previewDelete } from '#core/delete-preview/preview-delete.ts';
import type { SliceContext } from '#state/app-state.ts';
import { runSql } from '#state/workbench-slice.ts';
import { askDatabase, manyQuestions } from './ask-database.ts';
import { freshDeletePreview, type DeletePreviewState, type FirstRows } from './fresh-delete-preview.ts';

export interface DeletePreviewSlice {
  readonly deletePreview: DeletePreviewState;
  readonly firstRows: FirstRows | null;
  readonly showFirstRows: (table: ObjectName) => Promise<void>;
  readonly previewDelete: (table: ObjectName, condition: string) => Promise<void>;
  /** Runs the statement of the preview as the learner's own. */
  readonly runPreviewedDelete: () => Promise<void>;
  readonly dropDeletePreview: () => void;
}

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
        const found = await previewDelete(catalog, table, condition, manyQuestions(context, database));
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
      await during('run', async () => {
        // It stands nowhere in the editor: what it says is not to be marked there.
        const outcome = await runSql(context, statement, 0, 'drawing');
        if (outcome === null || get().deletePreview !== deletePreview) return;
        const failed = outcome.statements.find(({ kind }) => kind === 'failed');
        set({
          deletePreview: { kind: 'deleted', statement, failure: failed?.kind === 'failed' ? failed.failure : null },
        });
      });
    },
    dropDeletePreview: () => set({ deletePreview: { kind: 'idle' } }),
  };
}
