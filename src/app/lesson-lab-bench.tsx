import { LabPanel } from '#features/lab/lab-panel.tsx';
import { useAppStore } from '#state/use-app-store.ts';
import { drawPicture } from './draw-picture.tsx';
import styles from './lesson-bench.module.css';

/** The lab of the step at hand, with its goal beside the controls. */
export function LessonLabBench() {
  const title = useAppStore(({ lab }) => lab?.card.title);
  return (
    <section className={styles.lab} aria-label="Lab">
      <h2 className={styles.title}>{title}</h2>
      <LabPanel draw={drawPicture} />
    </section>
  );
}
