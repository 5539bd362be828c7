import type { LabValues } from '#content/labs/lab-card.ts';
import type { TableLab } from '#content/lesson.ts';
import type { SectionId } from '#state/answer-slice.ts';

/** What a reader can do in a lesson. */
export interface LessonActions {
  readonly onRunTry: (section: SectionId, tryIndex: number) => void;
  readonly onAnswerQuiz: (section: SectionId, quizId: string, chosen: readonly number[]) => void;
  readonly onPutIntoEditor: (sql: string) => void;
  readonly onCheck: (stepId: string) => void;
  readonly onShowHint: (stepId: string) => void;
  /** The learner has confirmed that they want to see it. */
  readonly onShowSolution: (stepId: string) => void;
  /** Puts the database to this step's opening: to undo it, to do it again, or to start here. */
  readonly onOpenStep: (stepId: string) => void;
  /** Leaves a step for the next: a step that only had to be read is passed by it. */
  readonly onGoOn: (stepId: string) => void;
  /** Back to the beginning: the tables as the lesson found them, and no step passed. */
  readonly onResetLesson: () => void;
  /** Shows a lab of the lesson where it is worked with. */
  readonly onOpenLab: (labId: string) => void;
  /** The same for a lab on a table, which is a panel of the workbench. */
  readonly onOpenTableLab: (lab: TableLab) => void;
  /** Sets a lab to these values, and shows it. */
  readonly onPutIntoLab: (labId: string, values: LabValues) => void;
  /** Shows where the time limit of statements is set. */
  readonly onChangeLimit: () => void;
}
