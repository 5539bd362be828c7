import { useId } from 'react';
import { FieldNotes, describedBy } from '#ui/field-notes.tsx';
import styles from './column-picker.module.css';

interface ColumnPickerProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** In the order in which they were chosen, which a key keeps. */
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  readonly note?: string | undefined;
  readonly onChoose: (columns: readonly string[]) => void;
}

/** Several columns in an order: each is pressed in its turn, and again to leave it out. */
export function ColumnPicker({ label, columns, chosen, problem, note, onChoose }: ColumnPickerProps) {
  const id = useId();
  return (
    <fieldset className={styles.field} aria-describedby={describedBy(id, { problem, note })}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.columns}>
        {columns.map((column) => {
          const place = chosen.indexOf(column);
          return (
            <button
              key={column}
              type="button"
              className={styles.column}
              aria-pressed={place >= 0}
              onClick={() => onChoose(place >= 0 ? chosen.filter((name) => name !== column) : [...chosen, column])}
            >
              {place >= 0 && <span className={styles.place}>{place + 1}</span>}
              {column}
            </button>
          );
        })}
      </div>
      <FieldNotes {...{ id, problem, note }} />
    </fieldset>
  );
}
