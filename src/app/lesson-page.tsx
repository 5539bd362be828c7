import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { LessonPanel } from '#features/lesson/lesson-panel.tsx';
import { readingFacts, stepStatusOf } from '#features/lesson/reading-state.ts';
import { StepDots } from '#features/lesson/step-dots.tsx';
import { useAppStore } from '#state/use-app-store.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Split } from '#ui/split.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { AppLessonLink } from './lesson-link.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { Shell } from './shell.tsx';
import { usePageTitle } from './use-page-title.ts';
import { useShortcut } from './use-shortcut.ts';
import { WorkbenchHandle } from './workbench-handle.tsx';
import { Workbench } from './workbench.tsx';
import styles from './lesson-page.module.css';

/** Below this the workbench is a sheet over the lesson. */
const narrow = '(max-width: 899px)';

/** A lesson with its workbench: beside it where there is room, else as a sheet that slides over it. */
export function LessonPage() {
  const facts = useAppStore(useShallow(readingFacts));
  const share = useAppStore(({ preferences }) => preferences.splits['lesson'] ?? 44);
  const setSplit = useAppStore((state) => state.setSplit);
  const check = useAppStore((state) => state.check);
  const isNarrow = useMediaQuery(narrow);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  usePageTitle(facts.lesson?.title ?? null);
  useShortcut('mod+shift+enter', () => void check());

  const reading = (
    <main id="main" className={styles.reading} tabIndex={-1}>
      <PanelBoundary name="The lesson">
        <LessonPanel Link={AppLessonLink} />
      </PanelBoundary>
    </main>
  );
  return (
    <Shell
      crumb={facts.lesson !== null && <Crumb lessonId={facts.lesson.id} title={facts.lesson.title} />}
      aside={
        facts.lesson !== null && (
          <StepDots
            steps={facts.lesson.steps.map((step, index) => ({ ...step, status: stepStatusOf(facts, step, index) }))}
          />
        )
      }
    >
      {isNarrow ? (
        <div className={styles.stack}>
          {reading}
          <WorkbenchHandle onOpen={() => setIsSheetOpen(true)} />
          <Sheet isOpen={isSheetOpen} title="Workbench" onClose={() => setIsSheetOpen(false)}>
            <Workbench />
          </Sheet>
        </div>
      ) : (
        <Split
          label="Width of the lesson"
          orientation="horizontal"
          share={share}
          least={340}
          first={reading}
          second={<Workbench />}
          onShare={(wanted) => setSplit('lesson', wanted)}
        />
      )}
    </Shell>
  );
}

function Crumb({ lessonId, title }: { readonly lessonId: string; readonly title: string }) {
  const track = useAppStore(({ course }) => course.tracks.find(({ id }) => lessonId.startsWith(`${id}/`)));
  return (
    <span>
      {track?.title} / <b>{title}</b>
    </span>
  );
}
