import type { RefObject } from 'react';
import { hasLabGoal } from '#content/grade-labs.ts';
import type { Step } from '#content/lesson.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { AheadGoal } from './ahead-goal.tsx';
import { spokenGrading } from './check-line.ts';
import { CurrentGoal } from './current-goal.tsx';
import type { LessonActions } from './lesson-actions.ts';
import { PassedGoal } from './passed-goal.tsx';
import { ReadingGoal } from './reading-goal.tsx';
import type { StepState, WayOn } from './step-state.ts';
import { useKeptFocus } from './use-kept-focus.ts';

interface StepGoalProps {
  readonly step: Step;
  readonly state: StepState;
  readonly actions: LessonActions;
  readonly wayOn: WayOn;
}

/** The end of a step: its goal in the state in which it is. What changes is said aloud from here, whichever card stands. */
export function StepGoal(props: StepGoalProps) {
  const nextRef = useKeptFocus<HTMLAnchorElement>(props.state.status === 'passed');
  return (
    <>
      <Goal {...props} nextRef={nextRef} />
      <VisuallyHidden>
        <output>{spoken(props.state)}</output>
      </VisuallyHidden>
    </>
  );
}

interface GoalProps extends StepGoalProps {
  readonly nextRef: RefObject<HTMLAnchorElement | null>;
}

function Goal({ step, state, actions, wayOn, nextRef }: GoalProps) {
  const hasQuiz = step.blocks.some((block) => block.kind === 'quiz');
  const isJudged = step.checks.length > 0 || hasLabGoal(step);
  if (state.status === 'passed' && (isJudged || hasQuiz)) {
    return <PassedGoal {...{ step, state, actions, wayOn, nextRef }} />;
  }
  if (!isJudged) return <ReadingGoal {...{ step, state, actions, wayOn }} />;
  if (state.status === 'ahead') return <AheadGoal {...{ step, state, actions }} />;
  return <CurrentGoal {...{ step, state, actions }} />;
}

function spoken({ status, grading, checks }: StepState): string {
  if (status === 'passed') return 'Step passed.';
  return grading.kind === 'busy' ? 'Checking' : spokenGrading(checks);
}
