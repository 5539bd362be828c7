import { useId } from 'react';
import { FixedValue } from './fixed-value.tsx';
import styles from './choice-segments.module.css';

interface ChoiceSegmentsProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  readonly note?: string;
  /** Shown as text that cannot be changed. */
  readonly isFixed?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One of a few, all in sight, two in a row. Arrow keys go from one to the next. */
export function ChoiceSegments({ label, choices, chosen, note, isFixed = false, onChoose }: ChoiceSegmentsProps) {
  const id = useId();
  if (isFixed) {
    const text = choices.find((choice) => choice.value === chosen)?.label ?? chosen;
    return <FixedValue label={label} value={text} note={note} />;
  }
  return (
    <fieldset className={styles.field} aria-describedby={note === undefined ? undefined : `${id}-note`}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.segments}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.segment}>
            <input
              className={styles.radio}
              type="radio"
              name={id}
              checked={choice.value === chosen}
              onChange={() => onChoose(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {note !== undefined && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </fieldset>
  );
}
