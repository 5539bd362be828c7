import { useCallback } from 'react';
import { showGoal } from '#features/lesson/show-goal.ts';
import { currentStepOf } from '#state/lesson-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';

/** Asks for the verdicts on the current step, and brings them into view when they are there. */
export function useCheck(): () => void {
  const check = useAppStore((state) => state.check);
  const stepId = useAppStore((state) => currentStepOf(state)?.id ?? '');
  return useCallback(() => void check().then(() => showGoal(stepId)), [check, stepId]);
}
