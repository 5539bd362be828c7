import type { ReactNode } from 'react';
import { DatabasePanel } from '#features/database/database-panel.tsx';
import { useAppStore } from '#state/use-app-store.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Split } from '#ui/split.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { WorkbenchHandle } from './workbench-handle.tsx';
import styles from './lesson-page.module.css';

/** Below this the workbench is a sheet over what is read. */
const narrow = '(max-width: 899px)';

interface ReadingAndBenchProps {
  /** Where the divider stands is kept under this name. */
  readonly split: { readonly name: string; readonly label: string; readonly initial: number };
  readonly reading: ReactNode;
  readonly bench: ReactNode;
  /** A lab stands in the workbench's place. */
  readonly isLab: boolean;
  readonly isSheetOpen: boolean;
  readonly onSheet: (isOpen: boolean) => void;
}

/** What is read with its workbench: beside it where there is room, else as a sheet that slides over it. */
export function ReadingAndBench({ split, reading, bench, isLab, isSheetOpen, onSheet }: ReadingAndBenchProps) {
  const share = useAppStore(({ preferences }) => preferences.splits[split.name] ?? split.initial);
  const setSplit = useAppStore((state) => state.setSplit);
  const isNarrow = useMediaQuery(narrow);
  if (isNarrow) {
    return (
      <div className={styles.stack}>
        {reading}
        <WorkbenchHandle isLab={isLab} onOpen={() => onSheet(true)} />
        <Sheet isOpen={isSheetOpen} title="Workbench" onClose={() => onSheet(false)}>
          {bench}
          {isSheetOpen && <DatabasePanel />}
        </Sheet>
        {/* Over the sheet it must be part of it, or the sheet would take a press in it for one outside. */}
        {!isSheetOpen && <DatabasePanel />}
      </div>
    );
  }
  return (
    <>
      <Split
        label={split.label}
        orientation="horizontal"
        share={share}
        least={340}
        first={reading}
        second={bench}
        onShare={(wanted) => setSplit(split.name, wanted)}
      />
      <DatabasePanel />
    </>
  );
}
