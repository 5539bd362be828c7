import { Trash2 } from 'lucide-react';
import type { Column } from '#core/catalog/catalog.ts';
import { canBeIdentity } from '#core/design/identity-sequence.ts';
import { newPrimaryKey, newUnique } from '#core/design/new-constraints.ts';
import { Button } from '#ui/button.tsx';
import { CheckBox } from '#ui/check-box.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { CommitField } from './commit-field.tsx';
import type { PartProps } from './part-props.ts';
import styles from './column.module.css';

interface ColumnDetailsProps extends PartProps {
  readonly column: Column;
}

/** What else is declared of a column. */
export function ColumnDetails({ catalog, table, column, onEdit }: ColumnDetailsProps) {
  const { name, identity, generated } = column;
  const on = { schema: table.schema, name: table.name };
  const keyColumns = table.primaryKey?.columns ?? [];
  const isKey = keyColumns.includes(name);
  const unique = table.uniques.find(({ columns }) => columns.length === 1 && columns[0] === name);
  const change = (to: Partial<Column>) => onEdit({ kind: 'change-column', table: on, column: name, to });

  function setKey(isChecked: boolean): void {
    const columns = isChecked ? [...keyColumns, name] : keyColumns.filter((other) => other !== name);
    onEdit({ kind: 'set-primary-key', table: on, key: newPrimaryKey(catalog, table, columns) });
  }

  function setUnique(isChecked: boolean): void {
    const plain = { columns: [name], deferrable: false, initiallyDeferred: false, nullsNotDistinct: false };
    if (isChecked) onEdit({ kind: 'add-unique', table: on, key: newUnique(catalog, table, plain) });
    else if (unique !== undefined) onEdit({ kind: 'drop-constraint', table: on, name: unique.name });
  }

  return (
    <div className={styles.more}>
      <div className={styles.checks}>
        <CheckBox
          label="Not null"
          isChecked={column.notNull}
          isDisabled={isKey || identity !== null}
          onCheck={(notNull) => change({ notNull })}
        />
        <CheckBox label="Unique" isChecked={unique !== undefined} onCheck={setUnique} />
        <CheckBox label="In the primary key" isChecked={isKey} onCheck={setKey} />
      </div>
      {generated === null ? (
        <CommitField
          label="Default"
          isCode
          placeholder="none"
          note={identity === null ? "An expression, as in 0, now() or 'new'." : 'An identity makes its own values.'}
          isDisabled={identity !== null}
          value={column.default ?? ''}
          onCommit={(text) => change({ default: text.trim() === '' ? null : text.trim() })}
        />
      ) : (
        <p>
          Computed: <code>{generated}</code>
        </p>
      )}
      {(canBeIdentity(column.type) || identity !== null) && generated === null && (
        <ChoiceSelect
          label="Identity"
          choices={[
            { value: 'none', label: 'none' },
            { value: 'always', label: 'always: it counts itself' },
            { value: 'by default', label: 'by default: unless a value is given' },
          ]}
          chosen={identity ?? 'none'}
          onChoose={(value) => change({ identity: value === 'always' || value === 'by default' ? value : null })}
        />
      )}
      <CommitField
        label="Comment"
        value={column.comment ?? ''}
        onCommit={(text) => change({ comment: text === '' ? null : text })}
      />
      {table.partitionOf === null && (
        <Button variant="quiet" onClick={() => onEdit({ kind: 'drop-column', table: on, column: name })}>
          <Trash2 aria-hidden="true" />
          Drop the column {name}
        </Button>
      )}
    </div>
  );
}
