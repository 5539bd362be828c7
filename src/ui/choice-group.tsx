import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import styles from './choice-group.module.css';

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceGroupProps<Value> {
  /** Names the group; stands above it. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A few short answers side by side, of which one holds. Arrow keys go from one to the next. */
export function ChoiceGroup<Value>({ label, choices, chosen, onChoose }: ChoiceGroupProps<Value>) {
  const labelId = useId();
  return (
    <div className={styles.group}>
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      <RadioGroup
        className={styles.choices}
        aria-labelledby={labelId}
        value={chosen}
        onValueChange={(value) => onChoose(value)}
      >
        {choices.map((choice) => (
          <label key={choice.label} className={styles.choice}>
            <Radio.Root value={choice.value} className={styles.radio}>
              <Radio.Indicator className={styles.dot} />
            </Radio.Root>
            {choice.label}
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
