import { isJudgedByLabs } from '#content/grade-labs.ts';
import type { Step } from '#content/lesson.ts';
import { Button } from '#ui/button.tsx';
import { Spinner } from '#ui/spinner.tsx';
import { checkState, passedCount } from './check-line.ts';
import { CheckList } from './check-list.tsx';
import { GoalCard } from './goal-card.tsx';
import { GoalProblem } from './goal-problem.tsx';
import { goalTitle } from './goal-title.ts';
import { HintButton } from './hint-button.tsx';
import { Hints } from './hints.tsx';
import { labToOpen } from './lab-state.ts';
import type { LessonActions } from './lesson-actions.ts';
import { ResetButton } from './reset-button.tsx';
import { StepSolutions } from './step-solutions.tsx';
import type { StepState } from './step-state.ts';
import { TransactionNotice } from './transaction-notice.tsx';
import styles from './goal-card.module.css';

interface CurrentGoalProps {
  readonly step: Step;
  readonly state: StepState;
  readonly actions: LessonActions;
}

/** What the step at hand asks for, what the last grading found, and the ways to get on. */
export function CurrentGoal({ step, state, actions }: CurrentGoalProps) {
  const { checks, grading, hintsShown } = state;
  const isBusy = grading.kind === 'busy';
  const isOfLabs = isJudgedByLabs(step);
  return (
    <GoalCard
      id={`${step.id}-goal`}
      title={goalTitle(step)}
      aside={isBusy ? <Busy /> : passedCount(checks)}
      foot={
        <>
          {isOfLabs ? (
            <Button variant="primary" onClick={() => actions.onOpenLab(labToOpen(step))}>
              Open the lab
            </Button>
          ) : (
            <Button
              variant="primary"
              kbd="mod+shift+enter"
              disabled={isBusy}
              focusableWhenDisabled
              onClick={() => actions.onCheck(step.id)}
            >
              Check
            </Button>
          )}
          <HintButton total={step.hints.length} shown={hintsShown} onShow={() => actions.onShowHint(step.id)} />
          {!isOfLabs && (
            <ResetButton
              label="Reset step"
              scope="undo"
              losesWork={state.losesWork}
              isDisabled={isBusy}
              onReset={() => actions.onOpenStep(step.id)}
            />
          )}
          <span className={styles.push} />
          <StepSolutions step={step} state={state} actions={actions} />
        </>
      }
    >
      <CheckList lines={checks} />
      <GoalProblem grading={grading} onChangeLimit={actions.onChangeLimit} />
      {!isOfLabs && state.hasEarlierRuns && hasFailed(state) && (
        <p className={styles.earlier}>
          What you ran before is still in the tables. <b>Reset step</b> puts them back as the step found them; your text
          stays.
        </p>
      )}
      <TransactionNotice status={state.transaction} />
      <Hints hints={step.hints} shown={hintsShown} />
    </GoalCard>
  );
}

function hasFailed({ grading, checks }: StepState): boolean {
  return grading.kind === 'obstructed' || checks.some((line) => checkState(line) === 'failed');
}

function Busy() {
  return (
    <span className={styles.busy}>
      <Spinner /> Checking
    </span>
  );
}
