import { useId, type CSSProperties } from 'react';
import { FieldNotes, describedBy } from './field-notes.tsx';
import { FixedValue } from './fixed-value.tsx';
import styles from './choice-segments.module.css';

interface ChoiceSegmentsProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  readonly note?: string;
  /** What is wrong with the choice as it stands. */
  readonly problem?: string | undefined;
  /** Shown as text that cannot be changed. */
  readonly isFixed?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One of a few, all in sight, two in a row, or all in one where they are short. Arrow keys go from one to the next. */
export function ChoiceSegments(props: ChoiceSegmentsProps) {
  const { label, choices, chosen, note, problem, isFixed = false, onChoose } = props;
  const id = useId();
  if (isFixed) {
    const text = choices.find((choice) => choice.value === chosen)?.label ?? chosen;
    return <FixedValue label={label} value={text} note={note} />;
  }
  const style: CSSProperties & Record<`--${string}`, number> = { '--count': choices.length };
  return (
    <fieldset
      className={styles.field}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-invalid={problem !== undefined}
      aria-describedby={describedBy(id, { problem, note })}
    >
      <legend id={`${id}-label`} className={styles.label}>
        {label}
      </legend>
      <div className={styles.segments} style={style} data-short={isShort(choices)}>
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
      <FieldNotes {...{ id, problem, note }} />
    </fieldset>
  );
}

/** About what a character takes, and what stands around a text. */
const charPx = 7;
const aroundPx = 14;
/** Where the style sheet puts short ones into one row. */
const rowPx = 210;

function isShort(choices: ChoiceSegmentsProps['choices']): boolean {
  const longest = Math.max(...choices.map((choice) => choice.label.length));
  return choices.length * (longest * charPx + aroundPx) <= rowPx;
}
