import { InlineCode } from '#ui/inline-code.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { FailureDetails } from './failure-details.tsx';
import type { Grading } from './step-state.ts';
import styles from './goal-card.module.css';

/** Why nothing was judged: the answer itself, or the database, stood in the way. */
export function GoalProblem({ grading }: { readonly grading: Grading }) {
  switch (grading.kind) {
    case 'idle':
    case 'busy':
      return null;
    case 'obstructed':
      return (
        <div className={styles.problem} role="alert">
          <p>
            <strong>Nothing was checked yet.</strong> <InlineCode text={grading.obstacle.message} />
          </p>
          {grading.obstacle.evidence?.map((evidence, place) => (
            <EvidenceView key={place} evidence={evidence} />
          ))}
        </div>
      );
    case 'unavailable':
      return (
        <div className={styles.problem} role="alert">
          <p>Nothing could be checked. Your text is kept: run it again, then check.</p>
          <FailureDetails failure={grading.failure} />
        </div>
      );
  }
}
