import { useEffect, useEffectEvent, useId } from 'react';
import { FieldNotes, describedBy } from './field-notes.tsx';
import { useUntilChange } from './use-until-change.ts';
import styles from './text-area.module.css';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  /** So many lines are in sight; it can be dragged to more. */
  readonly lines: number;
  readonly note?: string | undefined;
  /** What is wrong with the text as it stands. */
  readonly problem?: string | undefined;
  /** Shown as text that cannot be changed. */
  readonly isFixed?: boolean;
  /** Once the hand rests, or the field is left: half a line is not yet wrong. */
  readonly onChange: (text: string) => void;
}

/** Lines of names and code, with what is wrong with them said below. */
export function TextArea({ label, value, lines, note, problem, isFixed = false, onChange }: TextAreaProps) {
  const id = useId();
  const [typed, setTyped] = useUntilChange<string>(value);
  const text = typed ?? value;

  const commit = useEffectEvent(() => {
    if (text !== value) onChange(text);
  });
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(commit, restMs);
    return () => clearTimeout(timer);
  }, [text, value]);

  if (isFixed) {
    return (
      <dl className={styles.field}>
        <dt className={styles.label}>{label}</dt>
        <dd className={styles.fixed}>{value}</dd>
        <FixedNote note={note} />
      </dl>
    );
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.text}
        rows={lines}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy(id, { problem, note })}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (text !== value) onChange(text);
        }}
      />
      <FieldNotes {...{ id, problem, note }} />
    </div>
  );
}

function FixedNote({ note }: Pick<TextAreaProps, 'note'>) {
  return note === undefined ? null : <dd className={styles.note}>{note}</dd>;
}

/** Between two words a hand rests less. */
const restMs = 600;
