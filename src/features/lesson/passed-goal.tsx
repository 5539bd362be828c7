import type { RefObject } from 'react';
import { goalsOf, isJudgedByLabs } from '#content/grade-labs.ts';
import type { Step } from '#content/lesson.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { CheckList } from './check-list.tsx';
import { CheckMark } from './check-mark.tsx';
import { GoalCard } from './goal-card.tsx';
import type { LessonActions } from './lesson-actions.ts';
import { ResetButton } from './reset-button.tsx';
import { StepSolutions } from './step-solutions.tsx';
import type { StepState, WayOn } from './step-state.ts';
import styles from './goal-card.module.css';

interface PassedGoalProps {
  readonly step: Step;
  readonly state: StepState;
  readonly actions: LessonActions;
  readonly wayOn: WayOn;
  /** Takes the focus when the step has just been passed by a button that is gone now. */
  readonly nextRef: RefObject<HTMLAnchorElement | null>;
}

/** The warm word, and the way on. What was asked stays to be read. */
export function PassedGoal({ step, state, actions, wayOn, nextRef }: PassedGoalProps) {
  return (
    <GoalCard
      id={`${step.id}-goal`}
      tone="done"
      title={
        <>
          <CheckMark state="passed" />
          {warmWord(step)}
        </>
      }
      foot={
        <>
          <ButtonLink
            variant={wayOn.isOpen ? 'primary' : 'plain'}
            href={`#${wayOn.headingId}`}
            ref={nextRef}
            onClick={() => actions.onGoOn(step.id)}
          >
            {wayOn.isLast ? 'Finish' : 'Next step'}
          </ButtonLink>
          <ResetButton
            label="Do it again"
            scope="jump"
            losesWork={state.losesWork}
            onReset={() => actions.onOpenStep(step.id)}
          />
          <span className={styles.push} />
          <StepSolutions step={step} state={state} actions={actions} />
        </>
      }
    >
      {state.checks.length > 0 && (
        <details className={styles.recap}>
          <summary>{isJudgedByLabs(step) ? 'What your run had to do' : 'What your answer had to do'}</summary>
          <CheckList lines={state.checks} all="passed" />
        </details>
      )}
    </GoalCard>
  );
}

function warmWord(step: Step): string {
  const asked = step.checks.length + goalsOf(step).length;
  if (asked === 1) return 'It holds. Well done.';
  if (asked === 2) return 'Both hold. Well done.';
  if (asked > 2) return `All ${asked} hold. Well done.`;
  // Without checks and goals a step is passed here by its question.
  return 'Right. You have it.';
}
