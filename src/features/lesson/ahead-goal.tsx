import { isJudgedByLabs } from '#content/grade-labs.ts';
import type { Step } from '#content/lesson.ts';
import { CheckList } from './check-list.tsx';
import { GoalCard } from './goal-card.tsx';
import { goalTitle } from './goal-title.ts';
import type { LessonActions } from './lesson-actions.ts';
import { ResetButton } from './reset-button.tsx';
import type { StepState } from './step-state.ts';
import styles from './goal-card.module.css';

interface AheadGoalProps {
  readonly step: Step;
  readonly state: StepState;
  readonly actions: LessonActions;
}

/** A goal that may be read already. The learner may also begin with it: the database then jumps to its opening. */
export function AheadGoal({ step, state, actions }: AheadGoalProps) {
  return (
    <GoalCard
      id={`${step.id}-goal`}
      title={goalTitle(step)}
      tone="ahead"
      foot={
        <>
          <span className={styles.locked}>
            {isJudgedByLabs(step) ? 'You are' : 'Your tables are'} not at this step yet.
          </span>
          <span className={styles.push} />
          <ResetButton
            label="Start here"
            scope="jump"
            losesWork={state.losesWork}
            onReset={() => actions.onOpenStep(step.id)}
          />
        </>
      }
    >
      <CheckList lines={state.checks} all="unchecked" />
    </GoalCard>
  );
}
