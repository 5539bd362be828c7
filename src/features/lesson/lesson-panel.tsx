import { BookX, Unplug } from 'lucide-react';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { openLessonOf } from '#state/lesson-slice.ts';
import { finishedLessons } from '#state/progress-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import type { LessonActions } from './lesson-actions.ts';
import { LessonArticle } from './lesson-article.tsx';
import type { LessonLink } from './lesson-link.ts';
import { LessonProblems } from './lesson-problems.tsx';
import { placeOf } from './lesson-place.ts';
import { showGoal } from './show-goal.ts';
import { readingFacts, sectionStateOf, stepStateOf } from './reading-state.ts';

interface LessonPanelProps {
  readonly Link: LessonLink;
  /** SQL out of the lesson has been put into the editor. */
  readonly onEditorFilled: () => void;
  /** A lab of the lesson is asked for: it is shown with the values that are kept for it. */
  readonly onOpenLab: (labId: string) => void;
  /** A panel of the workbench has been brought to the front. */
  readonly onWorkbench: () => void;
}

/** The lesson column: the lesson that is open, or why there is none. */
export function LessonPanel(props: LessonPanelProps) {
  const { Link } = props;
  const view = useAppStore((state) => state.lesson);
  switch (view.kind) {
    case 'none':
    case 'loading':
      return null;
    case 'open':
      return <OpenLesson {...props} />;
    case 'unavailable':
      switch (view.reason.kind) {
        case 'broken':
          return <LessonProblems problems={view.reason.problems} />;
        case 'unknown':
          return (
            <EmptyState icon={BookX} title="There is no such lesson">
              Nothing in this course is called “{view.id}”. <Link lessonId={null}>See all lessons</Link>
            </EmptyState>
          );
        case 'unreachable':
          return (
            <EmptyState icon={Unplug} title="The lesson did not arrive">
              It could not be fetched ({view.reason.reason}). Your progress is kept: check the connection, then load the
              page again.
            </EmptyState>
          );
      }
  }
}

function OpenLesson({ Link, onEditorFilled, onOpenLab, onWorkbench }: LessonPanelProps) {
  const facts = useAppStore(useShallow(readingFacts));
  const course = useAppStore((state) => state.course);
  const finished = useAppStore(useShallow(finishedLessons));
  const actions = useLessonActions({ onEditorFilled, onOpenLab, onWorkbench });
  if (facts.lesson === null) return null;
  return (
    <LessonArticle
      lesson={facts.lesson}
      place={placeOf(course, facts.lesson.id, ({ id }) => finished.includes(id))}
      introduction={sectionStateOf(facts, facts.lesson.introduction, null)}
      steps={facts.lesson.steps.map((step, index) => stepStateOf(facts, step, index))}
      actions={actions}
      Link={Link}
    />
  );
}

function useLessonActions({
  onEditorFilled,
  onOpenLab,
  onWorkbench,
}: Pick<LessonPanelProps, 'onEditorFilled' | 'onOpenLab' | 'onWorkbench'>): LessonActions {
  const lessonId = useAppStore((state) => openLessonOf(state)?.id ?? '');
  const keepLabValues = useAppStore((state) => state.keepLabValues);
  const runTry = useAppStore((state) => state.runTry);
  const answerQuiz = useAppStore((state) => state.answerQuiz);
  const replaceDraft = useAppStore((state) => state.replaceDraft);
  const check = useAppStore((state) => state.check);
  const revealHint = useAppStore((state) => state.revealHint);
  const revealSolution = useAppStore((state) => state.revealSolution);
  const openStep = useAppStore((state) => state.openStep);
  const goOn = useAppStore((state) => state.goOn);
  const resetLesson = useAppStore((state) => state.resetLesson);
  const showDatabaseDialog = useAppStore((state) => state.showDatabaseDialog);
  const openTableLab = useAppStore((state) => state.openTableLab);
  return useMemo(
    () => ({
      onRunTry: (section, tryIndex) => void runTry(section, tryIndex),
      onAnswerQuiz: answerQuiz,
      onPutIntoEditor: (sql) => {
        replaceDraft(sql);
        onEditorFilled();
      },
      onCheck: (stepId) => void check().then(() => showGoal(stepId)),
      onShowHint: revealHint,
      onShowSolution: revealSolution,
      onOpenStep: (stepId) => void openStep(stepId).then(() => showGoal(stepId)),
      onGoOn: (stepId) => void goOn(stepId),
      onResetLesson: () => void resetLesson(),
      onOpenLab,
      onOpenTableLab: (lab) => {
        openTableLab(lab);
        onWorkbench();
      },
      onPutIntoLab: (labId, values) => {
        keepLabValues(lessonId, labId, values);
        onOpenLab(labId);
      },
      onChangeLimit: () => showDatabaseDialog(true),
    }),
    [
      onEditorFilled,
      onOpenLab,
      onWorkbench,
      openTableLab,
      lessonId,
      keepLabValues,
      runTry,
      answerQuiz,
      replaceDraft,
      check,
      revealHint,
      revealSolution,
      openStep,
      goOn,
      resetLesson,
      showDatabaseDialog,
    ],
  );
}
