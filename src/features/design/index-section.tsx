import { useState } from 'react';
import { indexWords } from '#core/catalog/declaration-words.ts';
import { newIndex } from '#core/design/new-constraints.ts';
import { CheckBox } from '#ui/check-box.tsx';
import { AddPart } from './add-part.tsx';
import { ColumnPicker } from './column-picker.tsx';
import { PartList } from './part-list.tsx';
import type { PartProps } from './part-props.ts';
import styles from './form.module.css';

/** Those that no constraint has made. */
export function IndexSection({ catalog, table, onEdit }: PartProps) {
  const [columns, setColumns] = useState<readonly string[]>([]);
  const [isUnique, setIsUnique] = useState(false);
  const name = { schema: table.schema, name: table.name };
  const own = table.indexes.filter(({ constraint }) => constraint === null);
  return (
    <section className={styles.section} aria-label="Indexes">
      <h4 className={styles.sectionTitle}>Indexes</h4>
      <PartList
        label="Indexes"
        parts={own.map((index) => ({ name: index.name, words: indexWords(index) }))}
        onDrop={(dropped) => onEdit({ kind: 'drop-index', table: name, name: dropped })}
      />
      <AddPart
        label="Add an index"
        problem={columns.length === 0 ? 'Choose at least one column.' : null}
        onAdd={() => {
          onEdit({ kind: 'add-index', table: name, index: newIndex(catalog, table, columns, isUnique) });
          setColumns([]);
          setIsUnique(false);
        }}
      >
        {(problem) => (
          <>
            <ColumnPicker
              label="Rows are found by"
              columns={table.columns.map((column) => column.name)}
              chosen={columns}
              problem={problem}
              onChoose={setColumns}
            />
            <CheckBox label="Unique" isChecked={isUnique} onCheck={setIsUnique} />
          </>
        )}
      </AddPart>
    </section>
  );
}
