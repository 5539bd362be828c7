import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { Column } from '#core/catalog/catalog.ts';
import { columnWords } from '#core/catalog/declaration-words.ts';
import { typeWords } from '#core/catalog/ddl/type-words.ts';
import { columnOfType } from '#core/design/canonical-type.ts';
import { nameProblem } from '#core/design/name-problem.ts';
import { typeProblem } from './add-column-form.tsx';
import { ColumnDetails } from './column-details.tsx';
import { CommitField } from './commit-field.tsx';
import type { PartProps } from './part-props.ts';
import styles from './column.module.css';

interface ColumnItemProps extends PartProps {
  readonly column: Column;
  readonly suggestions: readonly string[];
}

/** A column: its name and type to be typed over, the rest of its declaration in words, and behind a button to be changed. */
export function ColumnItem({ catalog, table, column, suggestions, onEdit }: ColumnItemProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { name } = column;
  const on = { schema: table.schema, name: table.name };
  const others = new Set(table.columns.map((other) => other.name).filter((other) => other !== name));
  const words = columnWords(column, table).join(' · ');
  const isOfParent = table.partitionOf !== null;
  return (
    <li className={styles.column} aria-label={name}>
      <div className={styles.line}>
        <CommitField
          label={`Name of ${name}`}
          isLabelShown={false}
          isCode
          isDisabled={isOfParent}
          value={name}
          problemOf={(text) => nameProblem(text, others)}
          onCommit={(to) => onEdit({ kind: 'change-column', table: on, column: name, to: { name: to } })}
        />
        <CommitField
          label={`Type of ${name}`}
          isLabelShown={false}
          isCode
          isDisabled={isOfParent || column.generated !== null}
          value={typeWords(column.type)}
          suggestions={suggestions}
          problemOf={typeProblem}
          onCommit={(type) => onEdit({ kind: 'change-column', table: on, column: name, to: columnOfType(type) })}
        />
        <button
          type="button"
          className={styles.toggle}
          data-toggle
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`More of ${name}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronDown aria-hidden="true" />
        </button>
      </div>
      {words !== '' && <p className={styles.words}>{words}</p>}
      <div id={id} hidden={!isOpen}>
        {isOpen && <ColumnDetails {...{ catalog, table, column, onEdit }} />}
      </div>
    </li>
  );
}
