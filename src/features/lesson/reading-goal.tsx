import type { Step } from '#content/lesson.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { CheckMark } from './check-mark.tsx';
import { HintButton } from './hint-button.tsx';
import { Hints } from './hints.tsx';
import type { LessonActions } from './lesson-actions.ts';
import { ResetButton } from './reset-button.tsx';
import type { StepState, WayOn } from './step-state.ts';
import styles from './reading-goal.module.css';

interface ReadingGoalProps {
  readonly step: Step;
  readonly state: StepState;
  readonly actions: LessonActions;
  readonly wayOn: WayOn;
}

/** The end of a step that nothing grades: it is passed by going on, or by answering its question. */
export function ReadingGoal({ step, state, actions, wayOn }: ReadingGoalProps) {
  if (state.status === 'passed') {
    return (
      <p className={styles.read}>
        <CheckMark state="passed" /> Read
      </p>
    );
  }
  if (state.status === 'ahead') {
    return (
      <div className={styles.foot}>
        <ResetButton
          label="Start here"
          scope="jump"
          losesWork={state.losesWork}
          onReset={() => actions.onOpenStep(step.id)}
        />
      </div>
    );
  }
  const hasQuiz = step.blocks.some((block) => block.kind === 'quiz');
  return (
    <>
      <Hints hints={step.hints} shown={state.hintsShown} />
      <div className={styles.foot}>
        {hasQuiz ? (
          <p className={styles.note}>Answer the question to go on.</p>
        ) : (
          <ButtonLink variant="primary" href={`#${wayOn.headingId}`} onClick={() => actions.onGoOn(step.id)}>
            Go on
          </ButtonLink>
        )}
        <HintButton total={step.hints.length} shown={state.hintsShown} onShow={() => actions.onShowHint(step.id)} />
      </div>
    </>
  );
}
