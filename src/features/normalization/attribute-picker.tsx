import { useId, useState } from 'react';
import { FieldNotes, describedBy } from '#ui/field-notes.tsx';
import { TextField } from '#ui/text-field.tsx';
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

/** More than this are searched through. */
const mostAtOnce = 16;

/** A set of attributes, by a check box each; what is chosen keeps the order of the table. */
export function AttributePicker(props: AttributePickerProps) {
  const { label, attributes, chosen, taken = [], problem, note, onChoose } = props;
  const id = useId();
  const [sought, setSought] = useState('');
  const isLong = attributes.length > mostAtOnce;
  const isShown = (name: string): boolean =>
    !isLong || chosen.includes(name) || name.toLowerCase().includes(sought.trim().toLowerCase());
  return (
    <fieldset className={styles.field} aria-describedby={describedBy(id, { problem, note })}>
      <legend className={styles.label}>{label}</legend>
      {isLong && (
        <TextField
          label={`Find an attribute: ${label}`}
          isLabelShown={false}
          placeholder="Find"
          value={sought}
          onChange={setSought}
        />
      )}
      <div className={styles.attributes} data-long={isLong}>
        {attributes.filter(isShown).map((name) => (
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
