import { useId, type ComponentProps } from 'react';
import { FieldNotes, describedBy } from './field-notes.tsx';
import styles from './text-field.module.css';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'list' | 'className'> {
  readonly label: string;
  /** Where what stands around it says as much, the label is only heard. */
  readonly isLabelShown?: boolean;
  readonly value: string;
  /** What is wrong with the text as it stands. */
  readonly problem?: string | undefined;
  readonly note?: string | undefined;
  /** Any other text may be typed, too. */
  readonly suggestions?: readonly string[];
  /** Names and SQL are set in the font of code. */
  readonly isCode?: boolean;
  readonly onChange: (text: string) => void;
}

/** A line of text, with what is wrong with it said below. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelShown = true, value, problem, note, suggestions, isCode = false, onChange, ...rest } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      {isLabelShown && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <input
        autoComplete="off"
        spellCheck={!isCode}
        {...(isCode ? { autoCapitalize: 'none' } : {})}
        {...rest}
        id={id}
        className={styles.input}
        data-code={isCode}
        value={value}
        list={suggestions === undefined ? undefined : `${id}-suggestions`}
        aria-label={isLabelShown ? undefined : label}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy(id, { problem, note })}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions !== undefined && (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
      <FieldNotes {...{ id, problem, note }} />
    </div>
  );
}
