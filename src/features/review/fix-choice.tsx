import { CornerUpLeft, Play } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import styles from './review.module.css';

interface FixChoiceProps {
  /** What it decides; null where there is only one fix. */
  readonly label: string | null;
  readonly script: string;
  /** Whether the database has time to run it. */
  readonly canRun: boolean;
  readonly onRun: () => void;
  readonly onReuse: () => void;
}

/** One way to mend a finding: what would be run, and where to. */
export function FixChoice({ label, script, canRun, onRun, onReuse }: FixChoiceProps) {
  return (
    <div className={styles.fix} role="group" aria-label={label === null ? 'The fix' : `Fix: ${label}`}>
      {label !== null && <p className={styles.fixLabel}>{label}</p>}
      <CodeBlock label="SQL of the fix" text={script} />
      <div className={styles.actions}>
        <Button disabled={!canRun} focusableWhenDisabled onClick={onRun}>
          <Play aria-hidden="true" />
          Run the fix
        </Button>
        <Button variant="quiet" onClick={onReuse}>
          <CornerUpLeft aria-hidden="true" />
          Put into the editor
        </Button>
      </div>
    </div>
  );
}
