import { LabPanel } from '#features/lab/lab-panel.tsx';
import { LabGoals } from '#features/lesson/lab-goals.tsx';
import type { Lab } from '#content/lesson.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { drawPicture } from './draw-picture.tsx';
import { LabAlone } from './lab-alone.tsx';
import { useStopLab } from './use-stop-lab.ts';
import styles from './lesson-bench.module.css';

/** The lab of the step at hand, with its goal beside the controls. */
export function LessonLabBench({ lab }: { readonly lab: Lab }) {
  useStopLab();
  const hasGoal = lab.goal.length > 0;
  const title = useAppStore((state) => state.lab?.card.title);
  return (
    <section className={styles.lab} aria-label="Lab">
      <h2 className={styles.title}>{title}</h2>
      <LabPanel key={lab.id} draw={drawPicture} goal={hasGoal ? <LabGoals /> : undefined}>
        <LabAlone />
      </LabPanel>
    </section>
  );
}
