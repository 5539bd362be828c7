import { InlineCode } from './inline-code.tsx';
import styles from './field-notes.module.css';

interface FieldWords {
  readonly problem?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * What is wrong with a field as it stands, with code between backticks, and what it is; `describedBy` ties both to what is
 * filled in.
 */
export function FieldNotes({ id, problem, note }: FieldWords & { readonly id: string }) {
  return (
    <>
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          <InlineCode text={problem} />
        </p>
      )}
      {note !== undefined && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </>
  );
}

/** The value of `aria-describedby`; absent where there is nothing to say. */
export function describedBy(id: string, { problem, note }: FieldWords): string | undefined {
  const ids = [note !== undefined && `${id}-note`, problem !== undefined && `${id}-problem`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}
