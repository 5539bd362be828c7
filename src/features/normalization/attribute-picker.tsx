import { useId } from 'react';
import { FieldNotes, describedBy } from '#ui/field-notes.tsx';
import styles from './attribute-picker.module.css';

interface AttributePickerProps {
  readonly label: string;
  readonly attributes: readonly string[];
  readonly chosen: readonly string[];
  /** Those that cannot be chosen, because they stand on the other side. */
  readonly taken?: readonly string[];
  readonly problem?: string | undefined;
  readonly note?: string | undefined;
  readonly onChoose: (attributes: readonly string[]) => void;
}

/** A set of attributes, by a check box each; what is chosen keeps the order of the table. */
export function AttributePicker(props: AttributePickerProps) {
  const { label, attributes, chosen, taken = [], problem, note, onChoose } = props;
  const id = useId();
  return (
    <fieldset className={styles.field} aria-describedby={describedBy(id, { problem, note })}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.attributes}>
        {attributes.map((name) => (
          <label key={name} className={styles.attribute}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              disabled={taken.includes(name)}
              aria-invalid={problem !== undefined}
              onChange={({ target }) =>
                onChoose(attributes.filter((each) => (each === name ? target.checked : chosen.includes(each))))
              }
            />
            {name}
          </label>
        ))}
      </div>
      <FieldNotes {...{ id, problem, note }} />
    </fieldset>
  );
}
