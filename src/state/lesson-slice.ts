import type { Course, Lesson, LessonBundle, Step } from '#content/lesson.ts';
import { hasLabGoal } from '#content/grade-labs.ts';
import { needsDatabase } from '#content/needs-database.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { lessonNotices, listenToSession, sayFound, sayOtherTab } from '#state/keeping/keeping-words.ts';
import { passByLabs, resetLabs } from '#state/labs/lab-grading.ts';
import { freshDesign } from '#state/schema-lab/fresh-design.ts';
import { freshLessonState, showOpening, showWithoutDatabase } from './lesson-opening.ts';
import { isFinished, isOnlyRead, whereToGoOn } from './lesson-way.ts';
import { recordOf } from './progress-slice.ts';
import type { LessonUnavailable } from './services.ts';

export type LessonView =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: string }
  | { readonly kind: 'unavailable'; readonly id: string; readonly reason: LessonUnavailable }
  | { readonly kind: 'open'; readonly id: string; readonly bundle: LessonBundle };

export type DatabaseStatus =
  | { readonly kind: 'off' }
  /** The lesson has no SQL: no database is started for it. */
  | { readonly kind: 'not-needed' }
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
  /** Makes this tab the one that keeps the lesson, with what the other one has kept. */
  readonly takeOver: () => Promise<void>;
  /** From the current step into the next, with the learner's own tables. A step that is only read is passed by it. */
  readonly goOn: (stepId: string) => Promise<void>;
  /**
   * Leads the database to the state before a step: the one the learner brought to it in this visit, else that of the
   * lesson's own answers. Undoes the current step, does a passed one again, or jumps ahead.
   */
  readonly openStep: (stepId: string) => Promise<void>;
  readonly resetLesson: () => Promise<void>;
}

/** What was passed before the learner came to it, by its questions or by its labs, stands passed and leads on. */
function standPassed(context: SliceContext, lesson: Lesson, index: number): void {
  const step = lesson.steps[index];
  if (step !== undefined && !isOnlyRead(step) && step.checks.length === 0 && !hasLabGoal(step)) {
    context.set({ isOpenedAgain: false });
  }
  passByLabs(context, lesson);
}

export function createLessonSlice(context: SliceContext): LessonSlice {
  const { set, get, services, session, during } = context;

  listenToSession(context);

  /** Goes on with the tables of an earlier visit, or makes those before `stepIndex`. */
  const open = async (stepIndex: number): Promise<void> => {
    const view = get().lesson;
    if (view.kind !== 'open') return;
    if (!needsDatabase(view.bundle)) return openWithoutDatabase(stepIndex);
    set({ database: { kind: 'starting' } });
    const opened = await session.openLesson(view.bundle);
    if (get().lesson !== view) return;
    if (!opened.ok) return set({ database: { kind: 'failed', message: opened.error } });
    const { database, keeper, found, isStarted } = opened.value;
    if (keeper.isOwner) set({ databaseStorage: 'saved' });
    else sayOtherTab(context);
    const isOfThisLesson = found.kept === null || keeper.isOfThisLesson(found.kept);
    const resumed =
      found.kept === null ? null : await database.resume(found.kept, { isStarted, isOutdated: !isOfThisLesson });
    if (get().lesson !== view) return;
    const hasWorkedBefore = recordOf(get().records, view.id).history.length > 0;
    const circumstances = { stepIndex, hasWorkedBefore, isOfThisLesson };
    get().changeRecord(view.id, () => ({ openedAtMs: services.wallClock() }));
    if (found.kept === null || resumed?.ok !== true) {
      sayFound(context, { ...found, kept: null }, circumstances);
      return build(stepIndex);
    }
    const { section } = found.kept;
    showOpening(
      context,
      view.bundle.lesson,
      Math.max(
        0,
        view.bundle.lesson.steps.findIndex(({ id }) => id === section),
      ),
      resumed,
      'resumed',
    );
    // It is as it was left, be it passed or not; what was made of it is not to be thrown away unasked.
    const asksForRows = currentStepOf(get())?.checks.some(({ kind }) => kind === 'answer') === true;
    // Rows that were answered are not kept: where they are asked for, the text counts as not run yet.
    set({ isOpenedAgain: false, runCount: 1, lastRunText: asksForRows ? null : found.kept.lastRunText });
    sayFound(context, found, circumstances);
    await get().refreshCatalog();
  };

  /** Takes up a lesson that has no SQL, and lets the database of another go. */
  const openWithoutDatabase = async (stepIndex: number): Promise<void> => {
    const view = get().lesson;
    if (view.kind !== 'open') return;
    await session.openWithoutDatabase(view.bundle);
    if (get().lesson !== view) return;
    if (session.isOwner) set({ databaseStorage: 'saved' });
    else sayOtherTab(context);
    get().changeRecord(view.id, () => ({ openedAtMs: services.wallClock() }));
    showWithoutDatabase(context, view.bundle.lesson, stepIndex);
  };

  /** Makes the tables before `stepIndex`, or puts those back with which the lesson began. */
  const build = async (stepIndex: number, how: 'build' | 'restart' = 'build'): Promise<void> => {
    const view = get().lesson;
    if (view.kind !== 'open') return;
    if (!needsDatabase(view.bundle)) return showWithoutDatabase(context, view.bundle.lesson, stepIndex);
    const database = session.lesson;
    if (database === null) return open(stepIndex);
    const isCurrent = (): boolean => get().lesson === view;
    const showProgress = (done: number, total: number): void => {
      if (isCurrent()) set({ database: { kind: 'preparing', done, total } });
    };
    const built =
      how === 'restart' ? await database.restart(showProgress) : await database.build(stepIndex, showProgress);
    if (isCurrent()) showOpening(context, view.bundle.lesson, stepIndex, built);
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
      for (const id of lessonNotices) get().dismissNotice(id);
      set({ lesson: loading, ...freshLessonState });
      const loaded = await services.courseSource.load(lessonId);
      if (get().lesson !== loading) return;
      if (!loaded.ok) return set({ lesson: { kind: 'unavailable', id: lessonId, reason: loaded.error } });
      get().readRecordAgain(lessonId);
      const record = recordOf(get().records, lessonId);
      const stepIndex = whereToGoOn(loaded.value.lesson, record.currentStep, record.passedSteps);
      set({
        lesson: { kind: 'open', id: lessonId, bundle: loaded.value },
        currentStep: stepIndex,
        edits: record.drawing,
        statedDependencies: record.dependencies,
      });
      await during('prepare', () => open(stepIndex));
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
        labRuns: {},
      });
      await during('prepare', async () => {
        if (needsDatabase(loaded.value)) await session.openLesson(loaded.value);
        else await session.openWithoutDatabase(loaded.value);
        await build(stepIndex);
      });
    },

    closeLesson: () => {
      set({ lesson: { kind: 'none' }, ...freshLessonState });
      void during('prepare', () => session.closeLesson());
    },

    takeOver: async () => {
      const view = get().lesson;
      if (view.kind !== 'open') return;
      // What is asked from now on is asked of the tables that are taken over.
      set({ database: { kind: 'starting' } });
      await session.takeOver();
      get().readRecordAgain(view.id);
      set({ lesson: { kind: 'none' }, ...freshLessonState });
      await get().openLesson(view.id);
    },

    goOn: (stepId) =>
      during('prepare', async () => {
        const lesson = openLessonOf(get());
        const database = session.lesson;
        const isWithoutDatabase = get().database.kind === 'not-needed';
        if (lesson === null || (database === null && !isWithoutDatabase)) return;
        const at = lesson.steps.findIndex(({ id }) => id === stepId);
        const step = lesson.steps[at];
        const next = at + 1;
        // Tables are led from step to step; without them a step that was passed out of turn leads on as well.
        if (step === undefined || (at !== get().currentStep && !isWithoutDatabase)) return;
        if (isOnlyRead(step)) get().passStep(lesson.id, step.id);
        if (next >= lesson.steps.length) return;
        const entered = await database?.enter(next);
        if (entered === undefined) showWithoutDatabase(context, lesson, next);
        else if (entered.ok) showOpening(context, lesson, next, entered);
        if (entered?.ok !== false) return standPassed(context, lesson, next);
        get().notify({
          id: 'step-rebuilt',
          tone: 'warning',
          text: `Step ${next + 1} could not be prepared on your own tables (${failureText(entered.error)}). It starts from the lesson’s own answers instead; your SQL is in History.`,
        });
        await build(next);
      }),

    openStep: (stepId) =>
      during('prepare', async () => {
        const lesson = openLessonOf(get());
        const index = lesson?.steps.findIndex(({ id }) => id === stepId) ?? -1;
        if (lesson === null || index === -1) return;
        const step = lesson.steps[index];
        const isAgain = index === get().currentStep || recordOf(get().records, lesson.id).passedSteps.includes(stepId);
        if (step !== undefined && isAgain) resetLabs(context, lesson, step);
        if (session.lesson?.hasOpened(index) === true) {
          const isSame = index === get().currentStep;
          showOpening(context, lesson, index, await session.lesson.reset(index), isSame ? 'reset' : 'opened');
        } else {
          await build(index);
        }
      }),

    resetLesson: () =>
      during('prepare', async () => {
        const lesson = openLessonOf(get());
        if (lesson === null) return;
        get().restartLesson(lesson.id);
        set({ grades: {}, tries: {}, labRuns: {}, ...freshDesign });
        get().takeKeptValues();
        await build(0, 'restart');
      }),
  };
}

export function openLessonOf(state: Pick<AppState, 'lesson'>): Lesson | null {
  return state.lesson.kind === 'open' ? state.lesson.bundle.lesson : null;
}

export function currentStepOf(state: Pick<AppState, 'lesson' | 'currentStep'>): Step | null {
  return openLessonOf(state)?.steps[state.currentStep] ?? null;
}
