import { CellValue, type CellKind } from './cell-value.tsx';
import { formatCount } from './format-quantity.ts';
import { ScrollRegion } from './scroll-region.tsx';
import styles from './data-table.module.css';

export interface DataColumn {
  readonly name: string;
  /** As PostgreSQL names it; stands beside the name. */
  readonly type?: string;
  readonly kind: CellKind;
}

interface DataTableProps {
  /** One sentence that says what these rows are. */
  readonly caption: string;
  /** False where a sentence just above says the same; a screen reader hears it in any case. */
  readonly isCaptionShown?: boolean;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** How many there are in all, where `rows` holds only the first. */
  readonly rowCount?: number;
}

/** A small table that is read at a glance: the rows that prove a check, what a statement in the prose returned. */
export function DataTable({ caption, isCaptionShown = false, columns, rows, rowCount = rows.length }: DataTableProps) {
  return (
    <ScrollRegion className={styles.frame} label={caption}>
      <table className={styles.table}>
        <caption className={isCaptionShown ? styles.caption : styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th key={place} scope="col" className={column.kind === 'number' ? styles.number : undefined}>
                {column.name}
                {column.type !== undefined && <small>{column.type}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowPlace) => (
            <tr key={rowPlace}>
              {columns.map((column, place) => (
                <td key={place} className={column.kind === 'number' ? styles.number : undefined}>
                  <CellValue value={row[place] ?? null} kind={column.kind} limit={60} isExpandable />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <RowTotal shown={rows.length} total={rowCount} />
    </ScrollRegion>
  );
}

function RowTotal({ shown, total }: { readonly shown: number; readonly total: number }) {
  if (total === 0) return <p className={styles.total}>No rows</p>;
  if (total === shown) return null;
  return (
    <p className={styles.total}>
      {formatCount(shown)} of {formatCount(total)} rows
    </p>
  );
}
