import { labOf } from '#content/grade-labs.ts';
import { openLessonOf } from '#state/lesson-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { formatMeasure } from '#ui/format-number.ts';
import { CheckList } from './check-list.tsx';
import { goalLinesOf } from './lab-state.ts';
import styles from './lab-goals.module.css';

/** The goals of the lab that is open beside the lesson, judged by its last run. */
export function LabGoals() {
  const lesson = useAppStore(openLessonOf);
  const place = useAppStore((state) => state.lab?.place ?? null);
  const labRuns = useAppStore((state) => state.labRuns);
  const isCutOff = useAppStore(
    ({ lab: open }) => open?.run.kind === 'ended' && open.run.summary.status.kind === 'cut-off',
  );
  const lab = lesson === null || place?.kind !== 'lesson' ? null : labOf(lesson, place.labId);
  if (lab === null || lab.goal.length === 0) return null;
  const figures = labRuns[lab.id];
  const lines = goalLinesOf(lab, figures).map((line, index) => {
    const goal = lab.goal[index];
    // A goal that is missed says by itself what was found.
    if (goal === undefined || figures === undefined || line.verdict?.ok !== true) return line;
    const figure = figures[goal.name] ?? Number.NaN;
    const found = goal.metric.ranks?.[figure] ?? formatMeasure(figure, goal.metric.unit);
    return { ...line, description: `${line.description}: ${found}` };
  });
  const isReached = lines.every(({ verdict }) => verdict?.ok === true);
  return (
    <section className={styles.goals} aria-label="Goal" data-reached={isReached}>
      <p className={styles.title}>{isReached ? 'Goal reached' : 'Your run must'}</p>
      <CheckList lines={lines} />
      {isCutOff && <p className={styles.note}>The run ended before its time, so nothing is judged by it.</p>}
    </section>
  );
}
