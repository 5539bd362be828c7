import { Plus } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './form.module.css';

interface AddPartProps {
  /** What the button that opens the form says: `Add a check`. */
  readonly label: string;
  /** Why what is filled in can not be drawn, or null. It is shown once it was tried. */
  readonly problem: string | null;
  readonly children: (problem: string | undefined) => ReactNode;
  readonly onAdd: () => void;
}

/** A form that opens on demand, and closes again when what it describes is drawn. */
export function AddPart({ label, problem, children, onAdd }: AddPartProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  function close(): void {
    setIsOpen(false);
    setIsTried(false);
    // The button stands there again once the form is gone.
    requestAnimationFrame(() => opener.current?.focus());
  }

  if (!isOpen) {
    return (
      <div className={styles.actions}>
        <Button variant="quiet" ref={opener} onClick={() => setIsOpen(true)}>
          <Plus aria-hidden="true" />
          {label}
        </Button>
      </div>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in a field of it leaves it
    <form
      className={styles.form}
      aria-label={label}
      ref={focusFirstField}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (problem !== null) return;
        onAdd();
        close();
      }}
    >
      {children(isTried ? (problem ?? undefined) : undefined)}
      <div className={styles.actions}>
        <Button type="submit">{label}</Button>
        <Button variant="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function focusFirstField(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input, button, select')?.focus();
}
