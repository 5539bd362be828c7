import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { StepStatus } from './step-state.ts';
import styles from './step-dots.module.css';

interface StepDot {
  readonly id: string;
  readonly title: string;
  readonly status: StepStatus;
}

const words: Readonly<Record<StepStatus, string>> = { ahead: '', current: ', where you are', passed: ', passed' };

/** The lesson's steps in the top bar: where the learner is, what is done, and a way to each. */
export function StepDots({ steps }: { readonly steps: readonly StepDot[] }) {
  return (
    <nav aria-label="Steps">
      <ol className={styles.dots}>
        {steps.map((step, index) => (
          <li key={step.id}>
            <a
              className={styles.dot}
              href={`#${step.id}`}
              title={`${index + 1}. ${step.title}`}
              data-status={step.status}
              aria-current={step.status === 'current' ? 'step' : undefined}
            >
              <VisuallyHidden>
                Step {index + 1}: {step.title}
                {words[step.status]}
              </VisuallyHidden>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
