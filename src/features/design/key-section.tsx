import { useState } from 'react';
import type { Key } from '#core/catalog/catalog.ts';
import { newPrimaryKey, newUnique } from '#core/design/new-constraints.ts';
import { CheckBox } from '#ui/check-box.tsx';
import { AddPart } from './add-part.tsx';
import { ColumnPicker } from './column-picker.tsx';
import { DeferralChoice } from './deferral-choice.tsx';
import { PartList } from './part-list.tsx';
import type { PartProps } from './part-props.ts';
import styles from './form.module.css';

/** The primary key, and what else is unique. */
export function KeySection({ catalog, table, onEdit }: PartProps) {
  const name = { schema: table.schema, name: table.name };
  return (
    <section className={styles.section} aria-label="Keys">
      <h4 className={styles.sectionTitle}>Keys</h4>
      <ColumnPicker
        label="Primary key"
        columns={table.columns.map((column) => column.name)}
        chosen={table.primaryKey?.columns ?? []}
        note={table.primaryKey === null ? 'None: then no row can be told from another of the same values.' : undefined}
        onChoose={(columns) =>
          onEdit({ kind: 'set-primary-key', table: name, key: newPrimaryKey(catalog, table, columns) })
        }
      />
      <PartList
        label="Unique constraints"
        parts={table.uniques.map((key) => ({ name: key.name, words: uniqueWords(key) }))}
        onDrop={(dropped) => onEdit({ kind: 'drop-constraint', table: name, name: dropped })}
      />
      <AddUnique {...{ catalog, table, onEdit }} />
    </section>
  );
}

function AddUnique({ catalog, table, onEdit }: PartProps) {
  const [parts, setParts] = useState(fresh);
  return (
    <AddPart
      label="Add a unique constraint"
      problem={parts.columns.length === 0 ? 'Choose at least one column.' : null}
      onAdd={() => {
        const key = newUnique(catalog, table, parts);
        onEdit({ kind: 'add-unique', table: { schema: table.schema, name: table.name }, key });
        setParts(fresh);
      }}
    >
      {(problem) => (
        <>
          <ColumnPicker
            label="No two rows have the same"
            columns={table.columns.map((column) => column.name)}
            chosen={parts.columns}
            problem={problem}
            onChoose={(columns) => setParts({ ...parts, columns })}
          />
          <CheckBox
            label="Nulls not distinct"
            note="NULL counts as a value, so that only one row may have it."
            isChecked={parts.nullsNotDistinct}
            onCheck={(nullsNotDistinct) => setParts({ ...parts, nullsNotDistinct })}
          />
          <DeferralChoice deferral={parts} onChoose={(deferral) => setParts({ ...parts, ...deferral })} />
        </>
      )}
    </AddPart>
  );
}

const fresh: Omit<Key, 'name' | 'include'> = {
  columns: [],
  deferrable: false,
  initiallyDeferred: false,
  nullsNotDistinct: false,
};

function uniqueWords({ columns, nullsNotDistinct, initiallyDeferred, deferrable }: Key): string {
  return [
    `unique ${nullsNotDistinct ? 'nulls not distinct ' : ''}(${columns.join(', ')})`,
    ...(initiallyDeferred ? ['initially deferred'] : deferrable ? ['deferrable'] : []),
  ].join(' ');
}
