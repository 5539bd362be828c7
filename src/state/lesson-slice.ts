import type { Course, Lesson, LessonBundle, Step } from '#content/lesson.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import type { Result } from '#core/shared/result.ts';
import type { AppState, SliceContext } from './app-state.ts';
import type { Opening } from './lesson-database.ts';
import { recordOf } from './progress-slice.ts';
import type { LessonUnavailable } from './services.ts';
import type { LessonRecord } from './stored-state.ts';

export type LessonView =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: string }
  | { readonly kind: 'unavailable'; readonly id: string; readonly reason: LessonUnavailable }
  | { readonly kind: 'open'; readonly id: string; readonly bundle: LessonBundle };

export type DatabaseStatus =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  /** Being led to the state before the current step; `done` of `total` parts are there. */
  | { readonly kind: 'preparing'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string };

export interface LessonSlice {
  readonly course: Course;
  readonly lesson: LessonView;
  readonly database: DatabaseStatus;
  /** The step that the workbench works on, from 0. */
  readonly currentStep: number;
  /** The current step was passed before and has been opened again on purpose: it is to be answered once more. */
  readonly isOpenedAgain: boolean;
  /** Loads a lesson's text, then its database behind it. */
  readonly openLesson: (lessonId: string) => Promise<void>;
  /** Reads the text again after its file changed, and leads the database to the step again. */
  readonly reloadLesson: () => Promise<void>;
  readonly closeLesson: () => void;
  /** From the current step into the next, with the learner's own tables. A step that is only read is passed by it. */
  readonly goOn: (stepId: string) => Promise<void>;
  /**
   * Leads the database to the state before a step: the one the learner brought to it in this visit, else that of the
   * lesson's own answers. Undoes the current step, does a passed one again, or jumps ahead.
   */
  readonly openStep: (stepId: string) => Promise<void>;
  readonly resetLesson: () => Promise<void>;
}

export function createLessonSlice(context: SliceContext): LessonSlice {
  const { set, get, services, session, during } = context;

  const build = async (stepIndex: number): Promise<void> => {
    const view = get().lesson;
    if (view.kind !== 'open') return;
    const isCurrent = (): boolean => get().lesson === view;
    set({ database: { kind: 'starting' } });
    const opened = await session.openLesson(view.bundle);
    if (!isCurrent()) return;
    if (!opened.ok) return set({ database: { kind: 'failed', message: opened.error } });
    const built = await opened.value.build(stepIndex, (done, total) => {
      if (isCurrent()) set({ database: { kind: 'preparing', done, total } });
    });
    if (isCurrent()) showOpening(context, stepIndex, built);
  };

  session.onRecovery = (failure) => {
    get().notify({
      id: 'recovered',
      tone: 'warning',
      text: `${failureText(failure)} The database was started again with everything that was reported as done. Settings, temporary tables and an open transaction are gone.`,
    });
    set({ transaction: 'idle' });
    void get().refreshCatalog();
  };

  return {
    course: services.courseSource.course,
    lesson: { kind: 'none' },
    database: { kind: 'off' },
    currentStep: 0,
    isOpenedAgain: false,

    openLesson: async (lessonId) => {
      if (get().lesson.kind === 'open' && openLessonOf(get())?.id === lessonId) return;
      const loading: LessonView = { kind: 'loading', id: lessonId };
      get().dismissNotice('rebuilt');
      get().dismissNotice('recovered');
      set({ lesson: loading, ...freshLessonState });
      const loaded = await services.courseSource.load(lessonId);
      if (get().lesson !== loading) return;
      if (!loaded.ok) return set({ lesson: { kind: 'unavailable', id: lessonId, reason: loaded.error } });
      const record = recordOf(get().records, lessonId);
      const stepIndex = whereToGoOn(loaded.value.lesson, record.currentStep, record.passedSteps);
      set({ lesson: { kind: 'open', id: lessonId, bundle: loaded.value }, currentStep: stepIndex });
      get().changeRecord(lessonId, () => ({ openedAtMs: services.wallClock() }));
      sayRebuilt(context, stepIndex, record);
      await during('prepare', () => build(stepIndex));
      // A lesson that is finished is shown as finished, not as one to be done again.
      if (isFinished(loaded.value.lesson, record.passedSteps)) set({ isOpenedAgain: false });
    },

    reloadLesson: async () => {
      const view = get().lesson;
      if (view.kind === 'none') return;
      const loaded = await services.courseSource.load(view.id);
      if (get().lesson !== view) return;
      if (!loaded.ok) return set({ lesson: { kind: 'unavailable', id: view.id, reason: loaded.error } });
      const stepIndex = Math.max(0, Math.min(get().currentStep, loaded.value.lesson.steps.length - 1));
      set({
        lesson: { kind: 'open', id: view.id, bundle: loaded.value },
        currentStep: stepIndex,
        tries: {},
        grades: {},
      });
      await during('prepare', () => build(stepIndex));
    },

    closeLesson: () => set({ lesson: { kind: 'none' }, ...freshLessonState }),

    goOn: (stepId) =>
      during('prepare', async () => {
        const lesson = openLessonOf(get());
        const step = currentStepOf(get());
        const database = session.lesson;
        const next = get().currentStep + 1;
        if (lesson === null || database === null || step?.id !== stepId) return;
        if (isOnlyRead(step)) get().passStep(lesson.id, step.id);
        if (next >= lesson.steps.length) return;
        const entered = await database.enter(next);
        if (entered.ok) return showOpening(context, next, entered);
        get().notify({
          id: 'step-rebuilt',
          tone: 'warning',
          text: `Step ${next + 1} could not be prepared on your own tables (${failureText(entered.error)}). It starts from the lesson’s own answers instead; your SQL is in History.`,
        });
        await build(next);
      }),

    openStep: (stepId) =>
      during('prepare', async () => {
        const index = openLessonOf(get())?.steps.findIndex(({ id }) => id === stepId) ?? -1;
        if (index === -1) return;
        if (session.lesson?.hasOpened(index) === true) {
          showOpening(context, index, await session.lesson.reset(index));
        } else {
          await build(index);
        }
      }),

    resetLesson: () =>
      during('prepare', async () => {
        const lesson = openLessonOf(get());
        if (lesson === null) return;
        get().restartLesson(lesson.id);
        set({ grades: {}, tries: {} });
        await build(0);
      }),
  };
}

/** The database does not outlive the page: who comes back is told what the tables are. */
function sayRebuilt({ get }: SliceContext, stepIndex: number, { history }: LessonRecord): void {
  if (history.length === 0) return;
  const from =
    stepIndex === 0 ? 'as the lesson begins' : `by the lesson’s own answers to the steps before step ${stepIndex + 1}`;
  get().notify({
    id: 'rebuilt',
    tone: 'calm',
    text: `Welcome back. Your tables are built anew, ${from}; what you ran is in History.`,
  });
}

/** What belongs to one lesson and ends with it. */
const freshLessonState = {
  currentStep: 0,
  isOpenedAgain: false,
  catalog: null,
  changes: null,
  lastRun: null,
  lastGoodRun: null,
  runCount: 0,
  transaction: 'idle',
  grades: {},
  tries: {},
} satisfies Partial<AppState>;

/** Shows the state before a step, or why it could not be reached. */
function showOpening({ set, get }: SliceContext, stepIndex: number, opening: Result<Opening, SqlFailure>): void {
  const lesson = openLessonOf(get());
  if (lesson === null) return;
  if (!opening.ok) {
    const message = `This lesson could not be prepared: ${failureText(opening.error)}. Nothing of yours is lost; reload the page to try again.`;
    return set({ database: { kind: 'failed', message } });
  }
  const stepId = lesson.steps[stepIndex]?.id ?? null;
  set(({ grades }) => ({
    database: { kind: 'ready' },
    currentStep: stepIndex,
    isOpenedAgain: recordOf(get().records, lesson.id).passedSteps.some((id) => id === stepId),
    catalog: opening.value.catalog,
    changes: null,
    lastRun: null,
    lastGoodRun: null,
    runCount: 0,
    transaction: 'idle',
    grades: Object.fromEntries(Object.entries(grades).filter(([id]) => id !== stepId)),
  }));
  get().changeRecord(lesson.id, () => ({ currentStep: stepId }));
}

export function openLessonOf(state: Pick<AppState, 'lesson'>): Lesson | null {
  return state.lesson.kind === 'open' ? state.lesson.bundle.lesson : null;
}

export function currentStepOf(state: Pick<AppState, 'lesson' | 'currentStep'>): Step | null {
  return openLessonOf(state)?.steps[state.currentStep] ?? null;
}

function isOnlyRead({ checks, blocks }: Step): boolean {
  return checks.length === 0 && blocks.every(({ kind }) => kind !== 'quiz');
}

/** The step the learner was at, or the next one that is still to be done; the last one of a finished lesson. */
function whereToGoOn(lesson: Lesson, currentStep: string | null, passedSteps: readonly string[]): number {
  const isOpen = ({ id }: Step): boolean => !passedSteps.includes(id);
  const current = lesson.steps.findIndex(({ id }) => id === currentStep);
  const next = lesson.steps.findIndex((step, index) => index >= current && isOpen(step));
  if (next !== -1) return next;
  const left = lesson.steps.findIndex(isOpen);
  return left === -1 ? Math.max(0, lesson.steps.length - 1) : left;
}

function isFinished({ steps }: Lesson, passedSteps: readonly string[]): boolean {
  return steps.every(({ id }) => passedSteps.includes(id));
}
