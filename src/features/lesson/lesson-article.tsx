import type { Lesson } from '#content/lesson.ts';
import type { LessonActions } from './lesson-actions.ts';
import { LessonEnd, lessonEndId } from './lesson-end.tsx';
import { LessonHeader } from './lesson-header.tsx';
import { LessonLinkContext, type LessonLink } from './lesson-link.ts';
import type { LessonPlace } from './lesson-place.ts';
import { SectionBlocks } from './section-blocks.tsx';
import type { SectionState, StepState } from './step-state.ts';
import { StepSection } from './step-section.tsx';
import styles from './lesson-article.module.css';
import column from './reading-column.module.css';

interface LessonArticleProps {
  readonly lesson: Lesson;
  readonly place: LessonPlace;
  readonly introduction: SectionState;
  /** One for each step of the lesson, in its order. */
  readonly steps: readonly StepState[];
  readonly actions: LessonActions;
  readonly Link: LessonLink;
}

/** The whole lesson as it is read. It needs no browser: the same view is published as static HTML. */
export function LessonArticle({ lesson, place, introduction, steps, actions, Link }: LessonArticleProps) {
  return (
    <LessonLinkContext value={Link}>
      <article className={column.column}>
        <LessonHeader lesson={lesson} place={place} />
        <div className={styles.introduction}>
          <SectionBlocks blocks={lesson.introduction.blocks} section={null} state={introduction} actions={actions} />
        </div>
        {lesson.steps.map((step, index) => {
          const state = steps[index];
          const next = lesson.steps[index + 1];
          return (
            state !== undefined && (
              <StepSection
                key={step.id}
                step={step}
                number={index + 1}
                state={state}
                actions={actions}
                wayOn={{
                  headingId: next?.id ?? lessonEndId,
                  isLast: next === undefined,
                  isOpen: steps[index + 1]?.status !== 'passed',
                }}
              />
            )
          );
        })}
        <LessonEnd lesson={lesson} place={place} steps={steps} Link={Link} onResetLesson={actions.onResetLesson} />
      </article>
    </LessonLinkContext>
  );
}
