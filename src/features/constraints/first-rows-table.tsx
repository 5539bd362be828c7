import type { CellText, ResultSet } from '#core/engine/outcome.ts';
import { CellValue } from '#ui/cell-value.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './delete-panel.module.css';

interface FirstRowsTableProps {
  readonly table: string;
  readonly rows: ResultSet | null;
  readonly hasKey: boolean;
  readonly onPick: (row: readonly CellText[]) => void;
}

const shownColumns = 4;

/** The first rows, each with a button that previews its delete. */
export function FirstRowsTable({ table, rows, hasKey, onPick }: FirstRowsTableProps) {
  if (rows === null) return null;
  if (rows.rows.length === 0) return <p className={styles.note}>{table} has no rows yet.</p>;
  const columns = rows.columns.slice(0, shownColumns);
  return (
    <Disclosure summary="Or choose one of the first rows" isOpenAtFirst>
      {!hasKey && <p className={styles.note}>Without a primary key, a row is named by all that it holds.</p>}
      <ScrollRegion className={styles.rows} label={`The first rows of ${table}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.rows.map((row, place) => (
              <tr key={place}>
                <td>
                  <button type="button" className={styles.pick} onClick={() => onPick(row)}>
                    Preview<VisuallyHidden> deleting row {place + 1}</VisuallyHidden>
                  </button>
                </td>
                {columns.map(({ kind }, column) => (
                  <td key={column}>
                    <CellValue value={row[column] ?? null} kind={kind} limit={30} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Disclosure>
  );
}
