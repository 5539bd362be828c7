import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './split-figure.module.css';

export interface FigureColumn {
  readonly name: string;
  readonly isKey?: boolean;
  readonly isNumber?: boolean;
}

export interface FigureRow {
  readonly cells: readonly ReactNode[];
  /** Ties the row to a value in the packed cell: both are marked when either is pointed at. */
  readonly item?: number;
}

interface FigureTableProps {
  readonly name: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
}

export function FigureTable({ name, columns, rows }: FigureTableProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.name}>{name}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col" data-number={column.isNumber}>
              {column.isKey === true && <KeyRound className={styles.key} aria-hidden="true" />}
              {column.name}
              {column.isKey === true && <VisuallyHidden> (key)</VisuallyHidden>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, item }, place) => (
          <tr key={place} data-item={item}>
            {cells.map((cell, column) => (
              <td key={column} data-number={columns[column]?.isNumber}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
