import { useEffect, useState } from 'react';
import { useAppStore } from '#state/use-app-store.ts';
import { FileSection } from './file-section.tsx';
import { LoadDialog } from './load-dialog.tsx';

/** The database as a file: to take away, and to load again. */
export function FilePanel() {
  const isReady = useAppStore(({ database }) => database.kind === 'ready');
  const work = useAppStore((state) => state.fileWork);
  const report = useAppStore((state) => state.fileReport);
  // Read while rendering: a statement cannot be run meanwhile, the dialog is in front of everything.
  const bytes = useAppStore((state) => state.databaseBytes());
  const hasTransaction = useAppStore((state) => state.transaction !== 'idle');
  const download = useAppStore((state) => state.downloadDatabase);
  const load = useAppStore((state) => state.loadDatabase);
  const stop = useAppStore((state) => state.stopFileWork);
  const clearReport = useAppStore((state) => state.clearFileReport);
  const [chosen, setChosen] = useState<File | null>(null);

  // What was told in an earlier visit of the dialog is told.
  useEffect(() => clearReport, [clearReport]);

  return (
    <>
      <FileSection
        isReady={isReady}
        bytes={bytes}
        work={work}
        report={report}
        onDownload={(format) => void download(format)}
        onChoose={setChosen}
        onStop={() => void stop()}
      />
      <LoadDialog
        file={chosen}
        hasTransaction={hasTransaction}
        onConfirm={(file) => void load(file)}
        onClose={() => setChosen(null)}
      />
    </>
  );
}
