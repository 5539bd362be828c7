import { useState } from 'react';
import { newCheck } from '#core/design/new-constraints.ts';
import { TextField } from '#ui/text-field.tsx';
import { AddPart } from './add-part.tsx';
import { PartList } from './part-list.tsx';
import type { PartProps } from './part-props.ts';
import styles from './form.module.css';

/** What every row has to fulfil. */
export function CheckSection({ catalog, table, onEdit }: PartProps) {
  const [expression, setExpression] = useState('');
  const name = { schema: table.schema, name: table.name };
  return (
    <section className={styles.section} aria-label="Checks">
      <h4 className={styles.sectionTitle}>Checks</h4>
      <PartList
        label="Checks"
        parts={table.checks.map((check) => ({ name: check.name, words: `check (${check.expression})` }))}
        onDrop={(dropped) => onEdit({ kind: 'drop-constraint', table: name, name: dropped })}
      />
      <AddPart
        label="Add a check"
        problem={expression.trim() === '' ? 'Say what has to hold, as in total >= 0.' : null}
        onAdd={() => {
          onEdit({ kind: 'add-check', table: name, check: newCheck(catalog, table, expression) });
          setExpression('');
        }}
      >
        {(problem) => (
          <TextField
            label="For every row holds"
            isCode
            placeholder="total >= 0"
            note="Where it comes out as NULL, the row is accepted."
            value={expression}
            problem={problem}
            onChange={setExpression}
          />
        )}
      </AddPart>
    </section>
  );
}
