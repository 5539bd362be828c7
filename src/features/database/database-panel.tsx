import { useAppStore } from '#state/use-app-store.ts';
import { DatabaseDialog } from './database-dialog.tsx';
import { FilePanel } from './file-panel.tsx';
import { TimeLimitSection } from './time-limit-section.tsx';

/** What the learner can set about the database, and do with it as a whole. */
export function DatabasePanel() {
  const isOpen = useAppStore((state) => state.isDatabaseDialogOpen);
  const show = useAppStore((state) => state.showDatabaseDialog);
  const limitS = useAppStore(({ preferences }) => preferences.statementLimitS);
  const setStatementLimit = useAppStore((state) => state.setStatementLimit);
  return (
    <DatabaseDialog isOpen={isOpen} onClose={() => show(false)}>
      <FilePanel />
      <TimeLimitSection limitS={limitS} onChange={setStatementLimit} />
    </DatabaseDialog>
  );
}
