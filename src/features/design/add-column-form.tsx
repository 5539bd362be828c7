import { Plus } from 'lucide-react';
import { useState } from 'react';
import { nameProblem } from '#core/design/name-problem.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './form.module.css';

interface AddColumnFormProps {
  readonly taken: readonly string[];
  readonly suggestions: readonly string[];
  readonly onAdd: (name: string, type: string) => void;
}

export function AddColumnForm({ taken, suggestions, onAdd }: AddColumnFormProps) {
  const [name, setName] = useState('');
  const [type, setType] = useState('text');
  const [isTried, setIsTried] = useState(false);
  const wrongName = nameProblem(name, new Set(taken));
  const wrongType = typeProblem(type);
  return (
    <form
      className={styles.form}
      aria-label="Add a column"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (wrongName !== null || wrongType !== null) return;
        onAdd(name, type);
        setName('');
        setIsTried(false);
      }}
    >
      <div className={styles.pair}>
        <TextField
          label="New column"
          isCode
          value={name}
          problem={(isTried || name !== '' ? wrongName : null) ?? undefined}
          onChange={setName}
        />
        <TextField
          label="Type"
          isCode
          value={type}
          suggestions={suggestions}
          problem={wrongType ?? undefined}
          onChange={setType}
        />
      </div>
      <div className={styles.actions}>
        <Button type="submit">
          <Plus aria-hidden="true" />
          Add the column
        </Button>
      </div>
    </form>
  );
}

/** Whether there is such a type PostgreSQL will say. */
export function typeProblem(type: string): string | null {
  return type.trim() === '' ? 'Give it a type: text, bigint, date, …' : null;
}
