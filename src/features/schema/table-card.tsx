import { Table2 } from 'lucide-react';
import type { Table } from '#core/catalog/catalog.ts';
import { formatQuantity } from '#ui/format-quantity.ts';
import { ChangeBadge, RowsBadge } from './change-badge.tsx';
import { ColumnRow } from './column-row.tsx';
import { ConstraintRows } from './constraint-rows.tsx';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { changeOfColumn, type TableMarks } from '#core/catalog/schema-marks.ts';
import styles from './table-card.module.css';
import { TableExtras } from './table-extras.tsx';

interface TableCardProps {
  readonly id: string;
  readonly table: Table;
  readonly marks: TableMarks;
  readonly onShowTable: (name: string) => void;
}

/** A table as the catalog has it, with what the last run changed marked. */
export function TableCard({ id, table, marks, onShowTable }: TableCardProps) {
  const name = qualifiedName(table);
  return (
    <article className={styles.card} id={id} tabIndex={-1} aria-label={`Table ${name}`}>
      <header className={styles.header}>
        <Table2 aria-hidden="true" />
        <h3>{name}</h3>
        <ChangeBadge change={marks.change} />
        <span className={styles.rows}>{rowsText(table)}</span>
        <RowsBadge gained={marks.rowsGained} />
      </header>
      <Nature table={table} />
      <ul className={styles.columns} aria-label={`Columns of ${name}`}>
        {table.columns.map((column) => (
          <ColumnRow
            key={column.name}
            column={column}
            table={table}
            change={changeOfColumn(column.name, table, marks)}
            onShowTable={onShowTable}
          />
        ))}
        {marks.droppedColumns.map((column) => (
          <li key={`dropped ${column}`} className={styles.column} data-change="dropped">
            <span />
            <s>{column}</s>
            <ChangeBadge change="dropped" />
          </li>
        ))}
      </ul>
      <ConstraintRows table={table} marks={marks} onShowTable={onShowTable} />
      <TableExtras table={table} changes={marks.extras} />
    </article>
  );
}

function rowsText({ rows, partitioning }: Table): string {
  const text = formatQuantity(rows.count, 'row');
  if (!rows.exact) return `about ${text}`;
  return partitioning === null ? text : `${text} in all`;
}

/** What makes a table unlike the others, and what its author noted. */
function Nature({ table }: { readonly table: Table }) {
  const { persistence, partitioning, partitionOf, comment } = table;
  const words = [
    ...(persistence === 'permanent' ? [] : [persistence]),
    ...(partitioning === null ? [] : [`partitioned by ${partitioning.strategy} (${partitioning.key.join(', ')})`]),
    ...(partitionOf === null ? [] : [`partition of ${partitionOf.table} ${partitionOf.bounds}`]),
    ...(comment === null ? [] : [comment]),
  ];
  return words.length === 0 ? null : <p className={styles.nature}>{words.join(' · ')}</p>;
}
