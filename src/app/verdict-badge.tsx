import { CircleCheck, CircleX } from 'lucide-react';
import { currentStepOf, openLessonOf } from '#state/lesson-slice.ts';
import { recordOf } from '#state/progress-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Badge } from '#ui/badge.tsx';

/** What the last check of the current step found, beside the editor: the card that says why may be out of sight. */
export function VerdictBadge() {
  const stepId = useAppStore((state) => currentStepOf(state)?.id ?? '');
  const grading = useAppStore(({ grades }) => grades[stepId]);
  const isPassed = useAppStore(
    (state) =>
      !state.isOpenedAgain && recordOf(state.records, openLessonOf(state)?.id ?? '').passedSteps.includes(stepId),
  );
  if (isPassed) {
    return (
      <Badge tone="good" icon={CircleCheck}>
        Step passed
      </Badge>
    );
  }
  if (grading === undefined) return null;
  const verdicts = grading.kind === 'graded' ? grading.step.verdicts : [];
  return (
    <Badge tone="bad" icon={CircleX}>
      {verdicts.length === 0 ? 'Not checked' : `${verdicts.filter(({ ok }) => ok).length} of ${verdicts.length} hold`}
    </Badge>
  );
}
