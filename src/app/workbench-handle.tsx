import { FlaskConical, SquareTerminal } from 'lucide-react';
import { useRef } from 'react';
import { currentStepOf, openLessonOf } from '#state/lesson-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { StopControl } from './stop-control.tsx';
import styles from './workbench.module.css';

interface WorkbenchHandleProps {
  /** A lab stands in the workbench's place. */
  readonly isLab: boolean;
  readonly onOpen: () => void;
}

/** On a phone: what is left of the workbench while the lesson is read. */
export function WorkbenchHandle({ isLab, onOpen }: WorkbenchHandleProps) {
  const stepNumber = useAppStore((state) => state.currentStep + 1);
  const stepTitle = useAppStore((state) => currentStepOf(state)?.title);
  const hasSteps = useAppStore((state) => (openLessonOf(state)?.steps.length ?? 0) > 1);
  const openButton = useRef<HTMLButtonElement>(null);
  return (
    <div className={styles.handle}>
      <Button ref={openButton} variant="primary" onClick={onOpen}>
        {isLab ? <FlaskConical aria-hidden="true" /> : <SquareTerminal aria-hidden="true" />}
        {isLab ? 'Open the lab' : 'Write SQL'}
      </Button>
      <StopControl neighbour={openButton} />
      {hasSteps && stepTitle !== undefined && (
        <span className={styles.step}>
          Step {stepNumber}: {stepTitle}
        </span>
      )}
    </div>
  );
}
