import type { ConstraintTests } from '#state/schema-lab/constraint-tests-slice.ts';
import { Button } from '#ui/button.tsx';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';
import { Progress } from '#ui/progress.tsx';
import styles from './constraints-panel.module.css';

interface TestControlsProps {
  readonly tests: ConstraintTests | null;
  /** Something was run since. */
  readonly isStale: boolean;
  readonly onTest: () => void;
  readonly onStop: () => void;
}

/** Test, Stop, how far it is and what it came to. */
export function TestControls({ tests, isStale, onTest, onStop }: TestControlsProps) {
  if (tests?.kind === 'running') {
    const { tablesDone, tableCount } = tests;
    return (
      <div className={styles.controls}>
        <Button onClick={onStop}>Stop</Button>
        <Progress
          label={`${formatCount(tablesDone)} of ${formatQuantity(tableCount, 'table')}`}
          fraction={tablesDone / Math.max(1, tableCount)}
        />
      </div>
    );
  }
  return (
    <div className={styles.controls}>
      <Button variant="primary" onClick={onTest}>
        {tests === null ? 'Test' : 'Test again'}
      </Button>
      <p className={styles.sum} role="status">
        {tests !== null && summaryOf(tests)}
        {isStale && ' You have run something since: test again to see how it is now.'}
      </p>
    </div>
  );
}

function summaryOf({ kind, tests, reason }: ConstraintTests): string {
  const outcomes = tests.flatMap((test) => test.outcomes);
  const refused = outcomes.filter(({ refusal }) => refusal !== null).length;
  const strange = outcomes.filter(({ agrees }) => !agrees).length;
  const sum = `${formatQuantity(tests.length, 'constraint')}: ${formatCount(refused)} rows or changes refused, ${formatCount(outcomes.length - refused)} accepted.`;
  const odd = strange === 0 ? '' : ` ${formatQuantity(strange, 'answer')} not as expected.`;
  return kind === 'ended' ? `${reason ?? 'It ended early.'} Kept so far: ${sum}${odd}` : sum + odd;
}
