import { useCallback, useRef, useState } from 'react';
import { DatabasePanel } from '#features/database/database-panel.tsx';
import { LessonPanel } from '#features/lesson/lesson-panel.tsx';
import { openLessonOf } from '#state/lesson-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Split } from '#ui/split.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { AppLessonLink } from './lesson-link.tsx';
import { LessonBench } from './lesson-bench.tsx';
import { LessonShell } from './lesson-shell.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { usePageTitle } from './use-page-title.ts';
import { useCheck } from './use-check.ts';
import { useLessonLab } from './use-lesson-lab.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { useEscape } from './use-escape.ts';
import { useShortcut } from './use-shortcut.ts';
import { useStoppable } from './use-stoppable.ts';
import { WorkbenchHandle } from './workbench-handle.tsx';
import styles from './lesson-page.module.css';

/** Below this the workbench is a sheet over the lesson. */
const narrow = '(max-width: 899px)';

/** A lesson with its workbench: beside it where there is room, else as a sheet that slides over it. */
export function LessonPage() {
  const lessonId = useAppStore((state) => openLessonOf(state)?.id ?? null);
  const title = useAppStore((state) => openLessonOf(state)?.title ?? null);
  const share = useAppStore(({ preferences }) => preferences.splits['lesson'] ?? 44);
  const setSplit = useAppStore((state) => state.setSplit);
  const stopRun = useAppStore((state) => state.stopRun);
  const check = useCheck();
  const undo = useAppStore((state) => state.undo);
  const redo = useAppStore((state) => state.redo);
  const isNarrow = useMediaQuery(narrow);
  const main = useRef<HTMLElement>(null);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const lessonLab = useLessonLab();
  const { chooseLab } = lessonLab;
  const takeKeptValues = useAppStore((state) => state.takeKeptValues);
  usePageTitle(title);
  useReadingPlace(main, lessonId);
  useShortcut('mod+shift+enter', check);
  useShortcut('mod+alt+z', () => void undo());
  useShortcut('mod+alt+shift+z', () => void redo());
  useEscape(useStoppable(), () => void stopRun());
  // Drawn only where the workbench is a sheet.
  const openSheet = useCallback(() => setIsSheetOpen(true), []);

  const openLab = useCallback(
    (labId: string) => {
      chooseLab(labId);
      takeKeptValues();
      setIsSheetOpen(true);
    },
    [chooseLab, takeKeptValues],
  );

  /** The verdicts stand in the lesson: on a phone the sheet has to make way for them. */
  function checkInReading(): void {
    setIsSheetOpen(false);
    check();
  }

  const reading = (
    <main id="rowhouse-main" className={styles.reading} tabIndex={-1} ref={main}>
      <PanelBoundary name="The lesson">
        <LessonPanel Link={AppLessonLink} onEditorFilled={openSheet} onOpenLab={openLab} />
      </PanelBoundary>
    </main>
  );
  return (
    <LessonShell>
      {isNarrow ? (
        <div className={styles.stack}>
          {reading}
          <WorkbenchHandle isLab={lessonLab.bench === 'lab'} onOpen={openSheet} />
          <Sheet isOpen={isSheetOpen} title="Workbench" onClose={() => setIsSheetOpen(false)}>
            <LessonBench lessonLab={lessonLab} onCheck={checkInReading} />
            {isSheetOpen && <DatabasePanel />}
          </Sheet>
          {/* Over the sheet it must be part of it, or the sheet would take a press in it for one outside. */}
          {!isSheetOpen && <DatabasePanel />}
        </div>
      ) : (
        <>
          <Split
            label="Width of the lesson"
            orientation="horizontal"
            share={share}
            least={340}
            first={reading}
            second={<LessonBench lessonLab={lessonLab} onCheck={check} />}
            onShare={(wanted) => setSplit('lesson', wanted)}
          />
          <DatabasePanel />
        </>
      )}
    </LessonShell>
  );
}
