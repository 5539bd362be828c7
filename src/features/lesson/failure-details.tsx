import { failureText } from '#core/engine/failure-text.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import styles from './failure-details.module.css';

interface FailureDetailsProps {
  readonly failure: SqlFailure;
  /** Meant by the author: the refusal is what was to be seen. */
  readonly isMeant?: boolean;
  /** The headline stands above already. */
  readonly isHeadlineKnown?: boolean;
}

/** What PostgreSQL said, with its detail and hint. */
export function FailureDetails({ failure, isMeant = false, isHeadlineKnown = false }: FailureDetailsProps) {
  const { detail, hint } = failure.kind === 'statement' ? failure : {};
  return (
    <div className={isMeant ? styles.meant : styles.failure}>
      {!isHeadlineKnown && <p className={styles.message}>{failureText(failure)}</p>}
      {detail !== undefined && <p>{detail}</p>}
      {hint !== undefined && <p>Hint: {hint}</p>}
    </div>
  );
}
