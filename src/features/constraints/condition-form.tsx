import { useId } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './delete-panel.module.css';

interface ConditionFormProps {
  readonly table: string;
  readonly condition: string;
  readonly isRunning: boolean;
  readonly onChange: (condition: string) => void;
  readonly onPreview: () => void;
}

/** Which rows: the words after WHERE. */
export function ConditionForm({ table, condition, isRunning, onChange, onPreview }: ConditionFormProps) {
  const id = useId();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onPreview();
      }}
    >
      <label className={styles.label} htmlFor={id}>
        where
      </label>
      <input
        id={id}
        className={styles.condition}
        value={condition}
        placeholder="id = 1"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button type="submit" variant="primary" disabled={isRunning} focusableWhenDisabled>
        {isRunning ? 'Reading' : 'Preview'}
      </Button>
      <p id={`${id}-note`} className={styles.note}>
        {condition.trim() === ''
          ? `Without a condition it is about every row of ${table}.`
          : 'A preview deletes nothing.'}
      </p>
    </form>
  );
}
