import { useId } from 'react';
import { FieldNotes, describedBy } from './field-notes.tsx';
import styles from './check-box.module.css';

interface CheckBoxProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly note?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onCheck: (isChecked: boolean) => void;
}

/** Something that holds or does not. */
export function CheckBox({ label, isChecked, note, isDisabled = false, onCheck }: CheckBoxProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={isChecked}
          disabled={isDisabled}
          aria-describedby={describedBy(id, { note })}
          onChange={(event) => onCheck(event.target.checked)}
        />
        {label}
      </label>
      <FieldNotes {...{ id, note }} />
    </div>
  );
}
