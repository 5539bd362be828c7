import { isMetricCheck } from '#content/checks/metric.ts';
import { describeCheck } from '#content/checks/registry.ts';
import { gradeMetricCheck, labsOf } from '#content/grade-labs.ts';
import type { Section, Step } from '#content/lesson.ts';
import { sectionKey, type SectionId } from '#state/answer-slice.ts';
import type { AppState } from '#state/app-state.ts';
import { labFigures } from '#state/labs/lab-grading.ts';
import { openLessonOf } from '#state/lesson-slice.ts';
import { recordOf } from '#state/progress-slice.ts';
import type { CheckLine } from './check-line.ts';
import { goalLinesOf, labStatesOf } from './lab-state.ts';
import type { Grading, SectionState, StepState, StepStatus } from './step-state.ts';

/** What the article depends on. The editor's text is not among it, so that typing does not draw the lesson again. */
export function readingFacts(state: AppState) {
  const lesson = openLessonOf(state);
  const { passedSteps, hintsShown, answers, solutionsSeen, labs } = recordOf(state.records, lesson?.id ?? '');
  return {
    lesson,
    passedSteps,
    hintsShown,
    answers,
    solutionsSeen,
    labs,
    labRuns: state.labRuns,
    currentStep: state.currentStep,
    isOpenedAgain: state.isOpenedAgain,
    grades: state.grades,
    tries: state.tries,
    isChecking: state.activity?.kind === 'check',
    runCount: state.runCount,
    hasEarlierChange: hasEarlierChange(state.undoList),
    transaction: state.transaction,
  };
}

/** Whether the tables hold what was changed before the last run. What led to the first moment of a visit is not known. */
function hasEarlierChange(list: AppState['undoList']): boolean {
  if (list === null) return true;
  const [first] = list.moments;
  return first?.kind === 'found' || list.moments.slice(1, list.at).some(({ isChange }) => isChange);
}

type ReadingFacts = ReturnType<typeof readingFacts>;

export function sectionStateOf(facts: ReadingFacts, section: Section, id: SectionId, isPassed = false): SectionState {
  const { tries, answers } = facts;
  return {
    labs: labStatesOf(section, facts, isPassed),
    tries: section.blocks.flatMap((block) =>
      block.kind === 'try' ? [tries[sectionKey(id, block.index)] ?? { kind: 'idle' }] : [],
    ),
    answers: Object.fromEntries(
      section.blocks.flatMap((block) => {
        const answer = block.kind === 'quiz' ? answers[sectionKey(id, block.quiz.id)] : undefined;
        return block.kind === 'quiz' && answer !== undefined ? [[block.quiz.id, answer]] : [];
      }),
    ),
  };
}

export function stepStateOf(facts: ReadingFacts, step: Step, index: number): StepState {
  const status = stepStatusOf(facts, step, index);
  return {
    ...sectionStateOf(facts, step, step.id, status === 'passed'),
    status,
    isPassed: facts.passedSteps.includes(step.id),
    checks: checkLinesOf(facts, step),
    grading: gradingOf(facts, step, status),
    hintsShown: facts.hintsShown[step.id] ?? 0,
    transaction: index === facts.currentStep ? facts.transaction : 'idle',
    losesWork: facts.runCount > 0,
    hasEarlierRuns: facts.runCount > 1 && facts.hasEarlierChange,
    solutionSeen: facts.solutionsSeen.includes(step.id),
  };
}

export function stepStatusOf(
  { currentStep, isOpenedAgain, passedSteps }: Pick<ReadingFacts, 'currentStep' | 'isOpenedAgain' | 'passedSteps'>,
  step: Pick<Step, 'id'>,
  index: number,
): StepStatus {
  if (index === currentStep && (isOpenedAgain || !passedSteps.includes(step.id))) return 'current';
  return passedSteps.includes(step.id) ? 'passed' : 'ahead';
}

function gradingOf({ grades, isChecking }: ReadingFacts, step: Step, status: StepStatus): Grading {
  if (isChecking && status === 'current') return { kind: 'busy' };
  const grade = grades[step.id];
  if (grade === undefined) return { kind: 'idle' };
  if (grade.kind === 'unavailable') return grade;
  const { obstacle } = grade.step;
  return obstacle === null ? { kind: 'idle' } : { kind: 'obstructed', obstacle };
}

function checkLinesOf({ grades, labRuns }: ReadingFacts, step: Step): readonly CheckLine[] {
  const grade = grades[step.id];
  const verdicts = grade?.kind === 'graded' ? grade.step.verdicts : [];
  const figures = labFigures({ labRuns });
  const checks = step.checks.map((check, place): CheckLine => {
    // What a run measured is known as soon as it ends.
    const isMeasured = isMetricCheck(check) && figures.has(check.params.lab);
    const verdict = isMeasured ? gradeMetricCheck(check, figures) : (verdicts[place] ?? null);
    return { id: check.id, description: describeCheck(check), verdict };
  });
  return [...checks, ...labsOf(step).flatMap((lab) => goalLinesOf(lab, labRuns[lab.id]))];
}
