import type { SqlFailure } from '#core/engine/outcome.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { FailureDetails } from './failure-details.tsx';
import { InterruptionNote } from './interruption-note.tsx';
import type { Grading } from './step-state.ts';
import styles from './goal-card.module.css';

interface GoalProblemProps {
  readonly grading: Grading;
  readonly onChangeLimit: () => void;
}

/** Why nothing was judged: the answer itself, or the database, stood in the way. */
export function GoalProblem({ grading, onChangeLimit }: GoalProblemProps) {
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
          <p>Nothing could be checked. Your text is kept: change it, or check again.</p>
          <Reason failure={grading.failure} onChangeLimit={onChangeLimit} />
        </div>
      );
  }
}

interface ReasonProps {
  readonly failure: SqlFailure;
  readonly onChangeLimit: () => void;
}

function Reason({ failure, onChangeLimit }: ReasonProps) {
  if (failure.kind === 'statement') return <FailureDetails failure={failure} />;
  return <InterruptionNote failure={failure} onChangeLimit={onChangeLimit} />;
}
