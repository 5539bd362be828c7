import { labsOf } from '#content/grade-labs.ts';
import type { Step } from '#content/lesson.ts';
import { LabSolutionDialog } from './lab-solution-dialog.tsx';
import type { LessonActions } from './lesson-actions.ts';
import { SolutionButton } from './solution-button.tsx';
import { SolutionDialog } from './solution-dialog.tsx';
import type { StepState } from './step-state.ts';

interface StepSolutionsProps {
  readonly step: Step;
  readonly state: StepState;
  readonly actions: LessonActions;
}

/** The ways to the author's own answers: the SQL of a step, and the values of its labs. */
export function StepSolutions({ step, state, actions }: StepSolutionsProps) {
  const { solution } = step;
  const labs = labsOf(step).flatMap((lab) => (lab.solution === null ? [] : [{ ...lab, solution: lab.solution }]));
  const isOnly = labs.length + (solution === null ? 0 : 1) === 1;
  const known = {
    isKnown: state.isPassed || state.solutionSeen,
    onShow: () => actions.onShowSolution(step.id),
  };
  return (
    <>
      {solution !== null && (
        <SolutionButton label="Show solution" {...known}>
          {(isOpen, onClose) => (
            <SolutionDialog
              isOpen={isOpen}
              solution={solution}
              onPutIntoEditor={() => actions.onPutIntoEditor(solution.sql)}
              onClose={onClose}
            />
          )}
        </SolutionButton>
      )}
      {labs.map((lab) => {
        const shown = state.labs[lab.id];
        if (shown === undefined) return null;
        return (
          <SolutionButton key={lab.id} label={isOnly ? 'Show solution' : `Show solution: ${shown.title}`} {...known}>
            {(isOpen, onClose) => (
              <LabSolutionDialog
                isOpen={isOpen}
                lab={shown}
                onPutIntoLab={() => actions.onPutIntoLab(lab.id, lab.solution)}
                onClose={onClose}
              />
            )}
          </SolutionButton>
        );
      })}
    </>
  );
}
