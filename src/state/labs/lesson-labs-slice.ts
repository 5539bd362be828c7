import { isWithinControls, labOf } from '#content/grade-labs.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import { labCards } from '#content/labs/lab-cards.ts';
import type { Metrics } from '#content/labs/lab-kind.ts';
import { checkValues } from '#content/labs/lab-values.ts';
import type { Lab } from '#content/lesson.ts';
import type { SliceContext } from '#state/app-state.ts';
import { passByLabs } from './lab-grading.ts';
import { openLessonOf } from '#state/lesson-slice.ts';
import { recordOf } from '#state/progress-slice.ts';

/** What the lesson that is open knows of its labs. How a lab is run and shown is not its business. */
export interface LessonLabsSlice {
  /** By lab id: the figures of the learner's last run that counts, in this visit. */
  readonly labRuns: Readonly<Record<string, Metrics>>;
  /**
   * A run of a lab of the open lesson has come to its end. Its figures count where the learner moved no more than the
   * lab's controls; a step that they bring to all its goals is passed.
   */
  readonly labMeasured: (labId: string, values: LabValues, metrics: Metrics) => void;
  /** A run of a lab was ended before its time: what it came to judges nothing, and what the one before it came to no more. */
  readonly labCutOff: (labId: string) => void;
  /** Every parameter of a lab of the open lesson as the learner left it; null where the lesson has no such lab. */
  readonly labValuesOf: (lessonId: string, labId: string) => LabValues | null;
  /** Keeps what the learner has set, over a reload. */
  readonly keepLabValues: (lessonId: string, labId: string, values: LabValues) => void;
}

export function createLessonLabsSlice(context: SliceContext): LessonLabsSlice {
  const { set, get } = context;
  return {
    labRuns: {},

    labMeasured: (labId, values, metrics) => {
      const lesson = openLessonOf(get());
      const lab = lesson === null ? null : labOf(lesson, labId);
      if (lesson === null || lab === null || !isWithinControls(lab, values)) return;
      set(({ labRuns }) => ({ labRuns: { ...labRuns, [labId]: metrics } }));
      passByLabs(context, lesson);
    },

    labCutOff: (labId) =>
      set(({ labRuns }) => ({ labRuns: Object.fromEntries(Object.entries(labRuns).filter(([id]) => id !== labId)) })),

    labValuesOf: (lessonId, labId) => {
      const lesson = openLessonOf(get());
      const lab = lesson?.id === lessonId ? labOf(lesson, labId) : null;
      return lab === null ? null : valuesOf(lab, recordOf(get().records, lessonId).labs[labId]);
    },

    keepLabValues: (lessonId, labId, values) =>
      get().changeRecord(lessonId, ({ labs }) => ({ labs: { ...labs, [labId]: { ...values } } })),
  };
}

/**
 * What was kept holds for what the learner may move. A lesson may have changed since: values that do not fit any more
 * make way for the lesson's own.
 */
export function valuesOf({ kind, values, controls }: Lab, kept: LabValues = {}): LabValues {
  const own = Object.entries(kept).filter(
    ([path, value]) => controls.includes(path) && typeof value === typeof values[path],
  );
  const all = { ...values, ...Object.fromEntries(own) };
  const card = labCards.get(kind);
  return card === undefined || checkValues(card, all).problems.length === 0 ? all : values;
}
