import { useCallback, useRef, useState } from 'react';
import { LessonPanel } from '#features/lesson/lesson-panel.tsx';
import { openLessonOf } from '#state/lesson-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { AppLessonLink } from './lesson-link.tsx';
import { LessonBench } from './lesson-bench.tsx';
import { LessonShell } from './lesson-shell.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { ReadingAndBench } from './reading-and-bench.tsx';
import { usePageTitle } from './use-page-title.ts';
import { useCheck } from './use-check.ts';
import { useLessonLab } from './use-lesson-lab.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { useWorkbenchKeys } from './use-workbench-keys.ts';
import styles from './lesson-page.module.css';

/** A lesson with its workbench: beside it where there is room, else as a sheet that slides over it. */
export function LessonPage() {
  const lessonId = useAppStore((state) => openLessonOf(state)?.id ?? null);
  const title = useAppStore((state) => openLessonOf(state)?.title ?? null);
  const check = useCheck();
  const main = useRef<HTMLElement>(null);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const lessonLab = useLessonLab();
  const { chooseLab, showBench } = lessonLab;
  const takeKeptValues = useAppStore((state) => state.takeKeptValues);
  usePageTitle(title);
  useReadingPlace(main, lessonId);
  useWorkbenchKeys(check);
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

  const openWorkbench = useCallback(() => {
    showBench('sql');
    setIsSheetOpen(true);
  }, [showBench]);

  /** The verdicts stand in the lesson: on a phone the sheet has to make way for them. */
  function checkInReading(): void {
    setIsSheetOpen(false);
    check();
  }

  const reading = (
    <main id="rowhouse-main" className={styles.reading} tabIndex={-1} ref={main}>
      <PanelBoundary name="The lesson">
        <LessonPanel Link={AppLessonLink} onEditorFilled={openSheet} onOpenLab={openLab} onWorkbench={openWorkbench} />
      </PanelBoundary>
    </main>
  );
  return (
    <LessonShell>
      <ReadingAndBench
        split={{ name: 'lesson', label: 'Width of the lesson', initial: 44 }}
        reading={reading}
        bench={<LessonBench lessonLab={lessonLab} onCheck={checkInReading} />}
        isLab={lessonLab.bench === 'lab'}
        isSheetOpen={isSheetOpen}
        onSheet={setIsSheetOpen}
      />
    </LessonShell>
  );
}
