import type { LabCard, LabValues } from '#content/labs/lab-card.ts';
import { parameterText } from '#content/labs/parameter-text.ts';
import type { LabFork } from '#state/labs/open-lab.ts';
import { Button } from '#ui/button.tsx';
import { timeText } from './time-text.ts';
import styles from './fork-bar.module.css';

interface ForkBarProps {
  readonly card: LabCard;
  readonly fork: LabFork;
  /** The run's own. */
  readonly values: LabValues;
  readonly onAdopt: () => void;
}

/** Says what the controls now change, and what the two futures differ in. */
export function ForkBar({ card, fork, values, onAdopt }: ForkBarProps) {
  const changed = card.fields.filter(({ path }) => fork.values[path] !== values[path]);
  return (
    <div className={styles.bar} role="status">
      <p>
        <strong>Two futures from {timeText(fork.timeMs)} on.</strong>{' '}
        {changed.length === 0
          ? 'They are the same until you change something: the controls now belong to the fork.'
          : changed
              .map((field) => {
                const from = parameterText(field, values[field.path]);
                return `${field.label}: ${from} → ${parameterText(field, fork.values[field.path])}`;
              })
              .join('; ')}
      </p>
      {changed.length > 0 && <Button onClick={onAdopt}>Run all of it like the fork</Button>}
    </div>
  );
}
