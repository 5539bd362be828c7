import { lazy, Suspense } from 'react';
import { Progress } from '#ui/progress.tsx';
import { ChoiceGroup } from '#ui/choice-group.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import type { LessonLab } from './use-lesson-lab.ts';
import { Workbench } from './workbench.tsx';
import styles from './lesson-bench.module.css';

// Graphs and pictures are for lessons that have a lab.
const LessonLabBench = lazy(() =>
  import('./lesson-lab-bench.tsx').then((module) => ({ default: module.LessonLabBench })),
);

interface LessonBenchProps {
  readonly lessonLab: LessonLab;
  readonly onCheck: () => void;
}

const benches = [
  { value: 'lab', label: 'Lab' },
  { value: 'sql', label: 'SQL' },
] as const;

/** What stands beside a lesson: the lab of the step at hand, or the place to write SQL; a switch where it has both. */
export function LessonBench({ lessonLab, onCheck }: LessonBenchProps) {
  const { lab, hasSql, bench, showBench } = lessonLab;
  if (lab === null) return <Workbench onCheck={onCheck} />;
  return (
    <div className={styles.bench} data-workbench>
      {hasSql && (
        <div className={styles.switch}>
          <ChoiceGroup label="Work with" choices={benches} chosen={bench} onChoose={showBench} />
        </div>
      )}
      {bench === 'sql' ? (
        <Workbench onCheck={onCheck} />
      ) : (
        <PanelBoundary name="The lab">
          <Suspense fallback={<Progress label="Opening the lab" />}>
            <LessonLabBench lab={lab} />
          </Suspense>
        </PanelBoundary>
      )}
    </div>
  );
}
