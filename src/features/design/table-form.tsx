import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { nameProblem } from '#core/design/name-problem.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';
import { takenNames } from '#core/design/taken-names.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { CheckSection } from './check-section.tsx';
import { ColumnSection } from './column-section.tsx';
import { CommitField } from './commit-field.tsx';
import { DropTableButton } from './drop-table-button.tsx';
import { ExclusionSection } from './exclusion-section.tsx';
import { ForeignKeySection } from './foreign-key-section.tsx';
import { IndexSection } from './index-section.tsx';
import { KeySection } from './key-section.tsx';
import { RelationSection } from './relation-section.tsx';
import styles from './form.module.css';

interface TableFormProps {
  readonly catalog: Catalog;
  readonly table: Table;
  /** It takes the place of what had the focus: the list that the table was chosen from. */
  readonly takesFocus: boolean;
  readonly onEdit: (edit: SchemaEdit) => void;
  readonly onSelect: (table: ObjectName | null) => void;
  readonly onRelate: (from: ObjectName, to: ObjectName) => void;
}

/** Everything that a table is declared with, to be changed. */
export function TableForm({ catalog, table, takesFocus, onEdit, onSelect, onRelate }: TableFormProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name: ObjectName = { schema: table.schema, name: table.name };
  const part = { catalog, table, onEdit };

  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  function rename(to: string): void {
    onEdit({ kind: 'rename-table', table: name, name: to });
    onSelect({ schema: table.schema, name: to });
  }

  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <IconButton icon={ArrowLeft} label="All tables" onClick={() => onSelect(null)} />
        <h3 className={styles.title} ref={heading} tabIndex={-1}>
          {qualifiedName(table)}
        </h3>
        <DropTableButton
          catalog={catalog}
          table={name}
          onDrop={() => {
            onEdit({ kind: 'drop-table', table: name });
            onSelect(null);
          }}
        />
      </header>
      <div className={styles.pair}>
        <CommitField
          label="Name"
          isCode
          value={table.name}
          problemOf={(text) => (text === table.name ? null : nameProblem(text, takenNames(catalog, table.schema)))}
          onCommit={rename}
        />
        <CommitField
          label="Comment"
          placeholder="What a row of it is"
          value={table.comment ?? ''}
          onCommit={(text) => onEdit({ kind: 'comment-table', table: name, comment: text === '' ? null : text })}
        />
      </div>
      <ColumnSection {...part} />
      <RelationSection catalog={catalog} table={name} onRelate={onRelate} />
      <KeySection {...part} />
      <ForeignKeySection {...part} />
      <CheckSection {...part} />
      <IndexSection {...part} />
      <ExclusionSection {...part} />
    </div>
  );
}
