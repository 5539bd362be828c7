import { hasLabGoal } from '#content/grade-labs.ts';
import type { GradedStep } from '#content/grade-step.ts';
import type { Section } from '#content/lesson.ts';
import { isRightAnswer } from '#content/quiz-answer.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err } from '#core/shared/result.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { interruptionOf } from '#state/database/asking-engine.ts';
import { labFigures } from '#state/labs/lab-grading.ts';
import { currentStepOf, openLessonOf } from './lesson-slice.ts';
import type { LessonRecord } from './stored-state.ts';
import { recordOf } from './progress-slice.ts';
import { runOptionsOf } from './run-options.ts';
import { runSql } from './workbench-slice.ts';

export type TryState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly outcome: RunOutcome }
  | { readonly kind: 'unavailable'; readonly failure: SqlFailure };

export type Grading =
  | { readonly kind: 'graded'; readonly step: GradedStep }
  /** The checks could not be asked: the database was stopped or lost on the way. */
  | { readonly kind: 'unavailable'; readonly failure: SqlFailure };

/** A step's id, or null for the introduction. */
export type SectionId = string | null;

/** How many rows of a try's result the prose shows. */
const tryRowLimit = 50;

export interface AnswerSlice {
  /** By step id: the verdicts of the last check in this visit. */
  readonly grades: Readonly<Record<string, Grading>>;
  /** By `sectionKey` of section and try. */
  readonly tries: Readonly<Record<string, TryState>>;
  /** Grades the current step. What the editor holds is run first when it was edited since the last run. */
  readonly check: () => Promise<void>;
  readonly runTry: (section: SectionId, tryIndex: number) => Promise<void>;
  /** A step without checks and goals is passed when all of its quizzes are answered rightly. */
  readonly answerQuiz: (section: SectionId, quizId: string, chosen: readonly number[]) => void;
  readonly revealHint: (stepId: string) => void;
  readonly revealSolution: (stepId: string) => void;
}

export function sectionKey(section: SectionId, part: string | number): string {
  return `${section ?? ''}/${part}`;
}

export function createAnswerSlice(context: SliceContext): AnswerSlice {
  const { set, get, session, during } = context;

  const check = async (): Promise<void> => {
    const lesson = openLessonOf(get());
    const step = currentStepOf(get());
    const database = session.lesson;
    if (lesson === null || step === null || database === null || step.checks.length === 0) return;
    const runText = get().lastRunText ?? step.starter?.sql ?? '';
    const isUnrun = get().draft().trim() !== '' && get().draft() !== runText;
    const answer = isUnrun ? await runSql(context, get().draft(), 0) : answerOf(get());
    const interruption = isUnrun && answer !== null ? interruptionOf(answer) : null;
    const graded =
      interruption === null
        ? await database.grade(get().currentStep, { answer, labs: labFigures(get()) }, runOptionsOf(get().preferences))
        : err(interruption);
    if (session.lesson !== database) return;
    const grading: Grading = graded.ok
      ? { kind: 'graded', step: graded.value }
      : { kind: 'unavailable', failure: graded.error };
    set(({ grades }) => ({ grades: { ...grades, [step.id]: grading } }));
    if (!graded.ok || !graded.value.passed) return;
    set({ isOpenedAgain: false });
    get().passStep(lesson.id, step.id);
  };

  const runTry: AnswerSlice['runTry'] = async (section, tryIndex) => {
    const lesson = openLessonOf(get());
    const database = session.lesson;
    if (lesson === null || database === null) return;
    const show = (state: TryState): void =>
      set(({ tries }) => ({ tries: { ...tries, [sectionKey(section, tryIndex)]: state } }));
    show({ kind: 'running' });
    // The introduction has no step, and so the index before the first.
    const sectionIndex = lesson.steps.findIndex(({ id }) => id === section);
    const options = { ...runOptionsOf(get().preferences), rowLimit: tryRowLimit };
    const tried = await database.runTry(sectionIndex, tryIndex, options);
    show(tried.ok ? { kind: 'done', outcome: tried.value } : { kind: 'unavailable', failure: tried.error });
  };

  return {
    grades: {},
    tries: {},
    check: () => during('check', check),
    runTry: (section, tryIndex) => during('try', () => runTry(section, tryIndex)),

    answerQuiz: (section, quizId, chosen) => {
      const lesson = openLessonOf(get());
      if (lesson === null) return;
      changeRecord(context, ({ answers }) => ({
        answers: { ...answers, [sectionKey(section, quizId)]: [...chosen] },
      }));
      const step = lesson.steps.find(({ id }) => id === section);
      if (step === undefined || step.checks.length > 0 || hasLabGoal(step)) return;
      const { answers } = recordOf(get().records, lesson.id);
      if (quizzesOf(step).every((quiz) => isRightAnswer(quiz, answers[sectionKey(step.id, quiz.id)] ?? []))) {
        if (step.id === currentStepOf(get())?.id) set({ isOpenedAgain: false });
        get().passStep(lesson.id, step.id);
      }
    },

    revealHint: (stepId) =>
      changeRecord(context, ({ hintsShown }) => ({
        hintsShown: { ...hintsShown, [stepId]: (hintsShown[stepId] ?? 0) + 1 },
      })),

    revealSolution: (stepId) =>
      changeRecord(context, ({ solutionsSeen }) => ({ solutionsSeen: [...new Set([...solutionsSeen, stepId])] })),
  };
}

/**
 * What the learner's answer returned. A run that failed is set aside for an earlier one that did not, because asking
 * the database something it must refuse is part of working; the transaction is that of now.
 */
function answerOf({ lastRun, lastGoodRun, transaction }: AppState): RunOutcome | null {
  const outcome = (lastGoodRun ?? lastRun)?.outcome ?? null;
  return outcome === null ? null : { ...outcome, transaction };
}

/** Changes the record of the lesson that is open. */
function changeRecord(
  { get }: Pick<SliceContext, 'get'>,
  change: (record: LessonRecord) => Partial<LessonRecord>,
): void {
  const lesson = openLessonOf(get());
  if (lesson !== null) get().changeRecord(lesson.id, change);
}

function quizzesOf(section: Section) {
  return section.blocks.flatMap((block) => (block.kind === 'quiz' ? [block.quiz] : []));
}
