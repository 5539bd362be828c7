import { useRef } from 'react';
import { plainColumn } from '#core/catalog/plain-catalog.ts';
import { columnOfType } from '#core/design/canonical-type.ts';
import { AddColumnForm } from './add-column-form.tsx';
import { ColumnItem } from './column-item.tsx';
import type { PartProps } from './part-props.ts';
import { typeSuggestions } from './type-suggestions.ts';
import styles from './form.module.css';
import columnStyles from './column.module.css';

/** The columns as rows, in their order, and a row for the next one. */
export function ColumnSection({ catalog, table, onEdit }: PartProps) {
  const list = useRef<HTMLUListElement>(null);
  const suggestions = typeSuggestions(catalog);
  const name = { schema: table.schema, name: table.name };

  function add(column: string, type: string): void {
    onEdit({ kind: 'add-column', table: name, column: plainColumn(column, 'text', columnOfType(type)) });
    // The new row is drawn first.
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>('[data-toggle]');
      rows?.[rows.length - 1]?.focus();
    });
  }

  return (
    <section className={styles.section} aria-label="Columns">
      <h4 className={styles.sectionTitle}>Columns</h4>
      {table.partitionOf !== null && (
        <p className={styles.note}>This is a partition: its columns are those of {table.partitionOf.table}.</p>
      )}
      <ul className={columnStyles.columns} ref={list}>
        {table.columns.map((column) => (
          <ColumnItem key={column.name} {...{ catalog, table, column, suggestions, onEdit }} />
        ))}
      </ul>
      {table.partitionOf === null && (
        <AddColumnForm taken={table.columns.map((column) => column.name)} suggestions={suggestions} onAdd={add} />
      )}
    </section>
  );
}
