import { useId } from 'react';
import { problemWith, type ExperimentField } from '#core/type-experiments/experiment.ts';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { FieldNotes, describedBy } from '#ui/field-notes.tsx';
import styles from './types.module.css';

interface ExperimentFieldProps {
  readonly field: ExperimentField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One value of an experiment, to be changed. */
export function ExperimentFieldControl({ field, value, onChange }: ExperimentFieldProps) {
  const id = useId();
  const { label, input } = field;
  if (input.kind === 'choice') {
    const choices = input.choices.map((choice) => ({ value: choice, label: choice }));
    return <ChoiceSelect label={label} choices={choices} chosen={value} onChoose={onChange} />;
  }
  const problem = problemWith(field, value) ?? undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        type="text"
        inputMode={input.kind === 'number' ? (input.isWhole ? 'numeric' : 'decimal') : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy(id, { problem })}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldNotes id={id} problem={problem} />
    </div>
  );
}
