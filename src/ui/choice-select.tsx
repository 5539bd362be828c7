import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { FieldNotes, describedBy } from './field-notes.tsx';
import { FixedValue } from './fixed-value.tsx';
import styles from './choice-select.module.css';

interface ChoiceSelectProps {
  readonly label: string;
  /** Where what stands around it says as much, the label is only heard. */
  readonly isLabelShown?: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  readonly note?: string;
  /** What is wrong with the choice as it stands. */
  readonly problem?: string | undefined;
  /** Shown as text that cannot be changed. */
  readonly isFixed?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One of many: the browser's own list, which every phone knows how to show. */
export function ChoiceSelect(props: ChoiceSelectProps) {
  const { label, isLabelShown = true, choices, chosen, note, problem, isFixed = false, onChoose } = props;
  const id = useId();
  const text = choices.find((choice) => choice.value === chosen)?.label ?? chosen;
  if (isFixed) return <FixedValue label={label} value={text} note={note} />;
  return (
    <div className={styles.field}>
      {isLabelShown && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <span className={styles.box}>
        <select
          id={id}
          className={styles.select}
          value={chosen}
          title={text}
          aria-invalid={problem !== undefined}
          aria-label={isLabelShown ? undefined : label}
          aria-describedby={describedBy(id, { problem, note })}
          onChange={(event) => onChoose(event.target.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown className={styles.chevron} aria-hidden="true" />
      </span>
      <FieldNotes {...{ id, problem, note }} />
    </div>
  );
}
