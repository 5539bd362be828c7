import type { GradedStep } from '#content/grade-step.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { during } from './activity.ts';
import type { SliceContext } from './app-state.ts';
import { currentStepOf, openLessonOf } from './lesson-slice.ts';
import { runSql } from './workbench-slice.ts';

export type TryState =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly outcome: RunOutcome }
  | { readonly kind: 'failed'; readonly failure: SqlFailure };

/** How many rows of a try's result the prose shows. */
const tryRowLimit = 50;

export interface AnswerSlice {
  /** By step id: the verdicts of the last check in this visit. */
  readonly grades: Readonly<Record<string, GradedStep>>;
  /** By `<section index>:<try index>`. */
  readonly tries: Readonly<Record<string, TryState>>;
  /** Grades the current step. What the editor holds is run first when it was edited since the last run. */
  check(): Promise<void>;
  runTry(sectionIndex: number, tryIndex: number): Promise<void>;
  /** Remembers that a quiz was answered rightly; a step without checks is passed when all of its quizzes are. */
  passQuiz(stepId: string, quizId: string): void;
  revealHint(stepId: string): void;
  /** A step with neither checks nor quiz is passed by going on. */
  readStep(stepId: string): void;
}

export function tryKey(sectionIndex: number, tryIndex: number): string {
  return `${sectionIndex}:${tryIndex}`;
}

export function createAnswerSlice(context: SliceContext): AnswerSlice {
  const { set, get, session } = context;
  return {
    grades: {},
    tries: {},

    check: () =>
      during(context, 'check', async () => {
        const lesson = openLessonOf(get());
        const step = currentStepOf(get());
        const database = session.lesson;
        if (lesson === null || step === null || database === null || step.checks.length === 0) return;
        if (hasUnrunText(get().draft(), get().lastRun?.editorText ?? step.starter?.sql ?? '')) {
          await runSql(context, get().draft(), 0);
        }
        const graded = await database.grade(get().currentStep, get().lastRun?.outcome ?? null);
        if (session.lesson !== database) return;
        if (!graded.ok) return;
        set(({ grades }) => ({ grades: { ...grades, [step.id]: graded.value } }));
        if (graded.value.passed) get().passStep(lesson.id, step.id);
      }),

    runTry: (sectionIndex, tryIndex) =>
      during(context, 'try', async () => {
        const database = session.lesson;
        if (database === null) return;
        const show = (state: TryState): void =>
          set(({ tries }) => ({ tries: { ...tries, [tryKey(sectionIndex, tryIndex)]: state } }));
        show({ kind: 'running' });
        const tried = await database.runTry(sectionIndex, tryIndex, tryRowLimit);
        show(tried.ok ? { kind: 'done', outcome: tried.value } : { kind: 'failed', failure: tried.error });
      }),

    passQuiz: (stepId, quizId) => {
      const lesson = openLessonOf(get());
      const step = lesson?.steps.find(({ id }) => id === stepId);
      if (lesson === null || step === undefined) return;
      get().changeRecord(lesson.id, ({ quizzesPassed }) => ({
        quizzesPassed: [...new Set([...quizzesPassed, `${stepId}/${quizId}`])],
      }));
      const passed = get().records[lesson.id]?.quizzesPassed ?? [];
      const quizzes = step.blocks.filter((block) => block.kind === 'quiz');
      if (step.checks.length === 0 && quizzes.every(({ quiz }) => passed.includes(`${stepId}/${quiz.id}`))) {
        get().passStep(lesson.id, stepId);
      }
    },

    revealHint: (stepId) => {
      const lesson = openLessonOf(get());
      if (lesson === null) return;
      get().changeRecord(lesson.id, ({ hintsShown }) => ({
        hintsShown: { ...hintsShown, [stepId]: (hintsShown[stepId] ?? 0) + 1 },
      }));
    },

    readStep: (stepId) => {
      const lesson = openLessonOf(get());
      if (lesson !== null) get().passStep(lesson.id, stepId);
    },
  };
}

function hasUnrunText(text: string, runText: string): boolean {
  return text.trim() !== '' && text !== runText;
}
