import { useId } from 'react';
import type { Choice } from '#core/type-experiments/experiment.ts';
import styles from './types.module.css';

interface PredictionChoicesProps {
  readonly question: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (choice: string) => void;
}

/** What the learner expects, to be said before it is run. */
export function PredictionChoices({ question, choices, chosen, onChoose }: PredictionChoicesProps) {
  const name = useId();
  return (
    <fieldset className={styles.prediction}>
      <legend>{question}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className={styles.choice}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
