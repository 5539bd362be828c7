import { FileUp } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { ChoiceSegments } from '#ui/choice-segments.tsx';
import { formatBytes } from '#ui/format-quantity.ts';
import styles from './schema-file.module.css';

interface ImportFormProps {
  readonly text: string;
  readonly fileName: string | null;
  readonly isInstead: boolean;
  readonly canTry: boolean;
  readonly onEdit: (text: string) => void;
  readonly onChoose: (file: File) => void;
  readonly onInstead: (isInstead: boolean) => void;
  readonly onTry: () => void;
}

/** More than this is a file, and no text that anybody would edit in a field. */
const longestEditable = 200_000;

/** Where a script comes from, and what it is to do with the tables that are there. */
export function ImportForm(props: ImportFormProps) {
  const { text, fileName, isInstead, canTry, onEdit, onChoose, onInstead, onTry } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className={styles.actions}>
        <Button onClick={() => input.current?.click()}>
          <FileUp aria-hidden="true" />
          Choose a file…
        </Button>
        <span className={styles.note}>{fileName === null ? 'or drop one here, or paste SQL' : fileName}</span>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="SQL file"
          accept=".sql,.txt,.ddl,text/plain,application/sql"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file may be chosen again after it was changed.
            currentTarget.value = '';
            if (file !== undefined) onChoose(file);
          }}
        />
      </div>
      {text.length > longestEditable ? (
        <p className={styles.long}>
          {formatBytes(text.length)} of SQL, too long to be edited here.
          <Button variant="quiet" onClick={() => onEdit('')}>
            Take it out
          </Button>
        </p>
      ) : (
        <div className={styles.field}>
          <label htmlFor={id}>SQL: a dump, or a migration</label>
          <textarea
            id={id}
            className={styles.text}
            rows={8}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            placeholder={'create table …\nalter table …'}
            value={text}
            onChange={(event) => onEdit(event.target.value)}
          />
        </div>
      )}
      <ChoiceSegments
        label="What becomes of your tables"
        choices={[
          { value: 'beside', label: 'Beside what is there' },
          { value: 'instead', label: 'Instead of what is there' },
        ]}
        chosen={isInstead ? 'instead' : 'beside'}
        note={
          isInstead
            ? 'Begins with an empty database: all tables, views and schemas of yours go.'
            : 'Runs on what you have, as a migration would.'
        }
        onChoose={(value) => onInstead(value === 'instead')}
      />
      <div className={styles.actions}>
        <Button variant="primary" disabled={!canTry} focusableWhenDisabled onClick={onTry}>
          See what it would do
        </Button>
      </div>
    </>
  );
}
