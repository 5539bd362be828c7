import type { Step } from '#content/lesson.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { CheckMark } from './check-mark.tsx';
import type { LessonActions } from './lesson-actions.ts';
import { SectionBlocks } from './section-blocks.tsx';
import { StepGoal } from './step-goal.tsx';
import type { StepState, WayOn } from './step-state.ts';
import styles from './step-section.module.css';

interface StepSectionProps {
  readonly step: Step;
  /** Counts from 1. */
  readonly number: number;
  readonly state: StepState;
  readonly actions: LessonActions;
  readonly wayOn: WayOn;
}

/** One step. Its heading carries the step's id and takes the focus when a link leads to it. */
export function StepSection({ step, number, state, actions, wayOn }: StepSectionProps) {
  return (
    <section className={styles.step} aria-labelledby={step.id}>
      <h2 id={step.id} className={styles.heading} tabIndex={-1}>
        <small className={styles.label} data-status={state.status}>
          {state.status === 'passed' && <CheckMark state="passed" />}
          Step {number}
          {state.status === 'passed' && <VisuallyHidden>, passed:</VisuallyHidden>}
        </small>{' '}
        <span>{step.title}</span>
      </h2>
      <SectionBlocks blocks={step.blocks} section={step.id} state={state} actions={actions} />
      <StepGoal step={step} state={state} actions={actions} wayOn={wayOn} />
    </section>
  );
}
