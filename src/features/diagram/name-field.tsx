import { useId, useState, type SyntheticEvent } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './name-field.module.css';

interface NameFieldProps {
  /** `Name of the new table`. */
  readonly label: string;
  /** `Draw table`. */
  readonly action: string;
  /** Null when it was taken; else what is wrong with it. */
  readonly onName: (name: string) => string | null;
  readonly onCancel: () => void;
}

/** A name is given where the thing will stand. Enter takes it, Esc gives up. */
export function NameField({ label, action, onName, onCancel }: NameFieldProps) {
  const id = useId();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const trimmed = name.trim();
    setProblem(trimmed === '' ? 'It needs a name.' : onName(trimmed));
  }

  return (
    // `nodrag` and `nopan`: what is done in the field does not move the picture.
    <form className={`${styles.field} nodrag nopan nowheel`} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.row}>
        <input
          id={id}
          value={name}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for just now, by key or button
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Esc does more outside of the field.
            event.stopPropagation();
            onCancel();
          }}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="primary">
          {action}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </span>
      {problem !== null && (
        <p id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
