import { openLessonOf } from '#state/lesson-slice.ts';
import { recordOf } from '#state/progress-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { HistoryView } from './history-view.tsx';

/** The runs of the lesson that is open, this visit's and earlier ones. */
export function HistoryPanel() {
  const entries = useAppStore((state) => recordOf(state.records, openLessonOf(state)?.id ?? '').history);
  const replaceDraft = useAppStore((state) => state.replaceDraft);
  return <HistoryView entries={entries} onReuse={replaceDraft} />;
}
