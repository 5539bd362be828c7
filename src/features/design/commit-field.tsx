import { useState } from 'react';
import { TextField } from '#ui/text-field.tsx';

interface CommitFieldProps {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly value: string;
  readonly suggestions?: readonly string[];
  readonly placeholder?: string;
  readonly note?: string | undefined;
  readonly isCode?: boolean;
  readonly isDisabled?: boolean;
  /** Why a text will not do, or null. */
  readonly problemOf?: (text: string) => string | null;
  readonly onCommit: (text: string) => void;
}

/** A text that counts once it is left or Enter is pressed, so that not every letter is a stroke of its own. Esc takes it back. */
export function CommitField({ value, isDisabled = false, problemOf, onCommit, ...field }: CommitFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? null : (problemOf?.(typed) ?? null);

  function commit(): void {
    if (typed === null || problem !== null) return;
    setTyped(null);
    if (typed !== value) onCommit(typed);
  }

  return (
    <TextField
      {...field}
      value={typed ?? value}
      disabled={isDisabled}
      problem={problem ?? undefined}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) commit();
        if (event.key !== 'Escape' || typed === null) return;
        event.stopPropagation();
        setTyped(null);
      }}
    />
  );
}
