import { CircleCheck, Undo2 } from 'lucide-react';
import { objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import type { NormalForm } from '#core/relational/dependency.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import styles from './decomposition.module.css';

export interface SplitTable {
  readonly table: ObjectName;
  readonly form: NormalForm;
  readonly isDone: boolean;
}

interface DoneSplitsProps {
  /** The tables that came of splits and stand. */
  readonly tables: readonly SplitTable[];
  readonly chosen: ObjectName;
  /** The table of the last split, where that is the last change; null where Undo would take back something else. */
  readonly toTakeBack: ObjectName | null;
  readonly canUndo: boolean;
  readonly onChoose: (table: ObjectName) => void;
  readonly onUndo: () => void;
}

/** What has come of the splits so far, and which form each table is in. */
export function DoneSplits({ tables, chosen, toTakeBack, canUndo, onChoose, onUndo }: DoneSplitsProps) {
  const isDone = tables.every((each) => each.isDone);
  return (
    <section className={styles.section} aria-label="Splits so far">
      <div className={styles.bar}>
        <p role="status" className={styles.note}>
          {isDone
            ? 'Nothing is left to split in what came of it, by the dependencies that are known.'
            : 'What came of it so far; pick a table to go on with.'}
        </p>
        {toTakeBack !== null && (
          <Button variant="quiet" disabled={!canUndo} focusableWhenDisabled onClick={onUndo}>
            <Undo2 aria-hidden="true" />
            Undo the split of {qualifiedName(toTakeBack)}
          </Button>
        )}
      </div>
      <ul className={styles.tables}>
        {tables.map(({ table, form, isDone: isTableDone }) => (
          <li key={objectKey(table)}>
            <button
              type="button"
              className={styles.tableName}
              aria-pressed={objectKey(table) === objectKey(chosen)}
              onClick={() => onChoose(table)}
            >
              {qualifiedName(table)}
            </button>
            <Badge tone={isTableDone ? 'good' : 'waiting'} {...(isTableDone ? { icon: CircleCheck } : {})}>
              {form}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
