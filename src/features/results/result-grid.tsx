import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ResultSet } from '#core/engine/outcome.ts';
import { CellValue } from '#ui/cell-value.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { GridHead } from './grid-head.tsx';
import { useGridTable } from './grid-table.ts';
import { useRowHeight } from './use-row-height.ts';
import styles from './result-grid.module.css';

interface ResultGridProps {
  /** Names the table for a screen reader. */
  readonly label: string;
  readonly result: ResultSet;
}

/**
 * The rows of a result. Only those in sight are drawn, in a real table between two rows of empty space, so that it
 * reads as a table everywhere; `aria-rowindex` says which rows these are.
 */
export function ResultGrid({ label, result }: ResultGridProps) {
  const scroller = useRef<HTMLElement>(null);
  const table = useGridTable(result);
  const rowHeight = useRowHeight();
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by React Compiler
  const virtual = useVirtualizer({
    count: result.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const inSight = virtual.getVirtualItems();
  const above = inSight.at(0)?.start ?? 0;
  const below = virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0);

  return (
    <ScrollRegion className={styles.scroller} label={label} ref={scroller}>
      <table className={styles.table} style={{ minWidth: table.getTotalSize() }} aria-rowcount={result.rowCount + 1}>
        <colgroup>
          {table.getAllLeafColumns().map((column) => (
            <col key={column.id} style={{ width: column.getSize() }} />
          ))}
        </colgroup>
        <GridHead table={table} columns={result.columns} />
        <tbody>
          <Space height={above} />
          {inSight.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2} style={{ height: rowHeight }}>
              {result.columns.map(({ kind }, place) => (
                <td key={place} className={kind === 'number' ? styles.number : undefined}>
                  <CellValue value={result.rows[index]?.[place] ?? null} kind={kind} />
                </td>
              ))}
            </tr>
          ))}
          <Space height={below} />
        </tbody>
      </table>
      {result.rowCount === 0 && <p className={styles.none}>No rows: the statement ran, and nothing matched.</p>}
    </ScrollRegion>
  );
}

/** Stands for the rows that are not drawn. */
function Space({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" style={{ height }} />;
}
