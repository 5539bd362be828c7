import { openLessonOf } from '#state/lesson-slice.ts';
import { recordOf } from '#state/progress-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { HistoryView } from './history-view.tsx';
import { RunList } from './run-list.tsx';
import styles from './history-view.module.css';

/** The runs of the lesson that is open: first those that can be gone back to, then all others, earlier visits' too. */
export function HistoryPanel() {
  const entries = useAppStore((state) => recordOf(state.records, openLessonOf(state)?.id ?? '').history);
  const list = useAppStore((state) => state.undoList);
  const stepNumber = useAppStore((state) => state.currentStep + 1);
  const isFree = useAppStore(({ database, activity }) => database.kind === 'ready' && activity === null);
  const replaceDraft = useAppStore((state) => state.replaceDraft);
  const goToMoment = useAppStore((state) => state.goToMoment);

  if (list === null || list.moments.length === 1) return <HistoryView entries={entries} onReuse={replaceDraft} />;
  const listed = new Set(list.moments.map((moment) => (moment.kind === 'run' ? moment.historyId : null)));
  const others = entries.filter(({ id }) => !listed.has(id));
  return (
    <div className={styles.sections}>
      <section aria-label={`Runs of step ${stepNumber}`}>
        <h3>Step {stepNumber}, in this visit</h3>
        <RunList list={list} isFree={isFree} onGo={(id) => void goToMoment(id)} onReuse={replaceDraft} />
        {list.isShortened && <p className={styles.note}>Older runs were let go to save memory.</p>}
      </section>
      {others.length > 0 && (
        <section aria-label="Other runs">
          <h3>Earlier runs, undone ones too</h3>
          <HistoryView entries={others} onReuse={replaceDraft} />
        </section>
      )}
    </div>
  );
}
