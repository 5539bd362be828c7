import type { KeyboardEvent } from 'react';
import type { ResultColumn } from '#core/engine/outcome.ts';
import { leastWidthPx, mostWidthPx, type GridHeader, type GridTable } from './grid-table.ts';
import styles from './result-grid.module.css';

interface GridHeadProps {
  readonly table: GridTable;
  readonly columns: readonly ResultColumn[];
}

/** Name and type of each column, and at its end a divider that the mouse and the arrow keys move. */
export function GridHead({ table, columns }: GridHeadProps) {
  const headers = table.getLeafHeaders();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ name, type, kind }, place) => {
          const header = headers[place];
          return (
            <th
              key={place}
              scope="col"
              className={kind === 'number' ? styles.number : undefined}
              title={`${name} ${type}`}
            >
              {name}
              <small>{type}</small>
              {header !== undefined && <Divider name={name} table={table} header={header} />}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface DividerProps {
  readonly name: string;
  readonly table: GridTable;
  readonly header: GridHeader;
}

const stepsPx: Readonly<Record<string, number>> = { ArrowLeft: -24, ArrowRight: 24 };

function Divider({ name, table, header }: DividerProps) {
  const { column } = header;
  const drag = header.getResizeHandler();

  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepsPx[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const width = Math.min(mostWidthPx, Math.max(leastWidthPx, column.getSize() + step));
    table.setColumnSizing((sizes) => ({ ...sizes, [column.id]: width }));
  };

  return (
    // A divider with a value is a widget, which takes the focus and is operated.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      aria-orientation="vertical"
      aria-label={`Width of ${name}`}
      aria-valuenow={column.getSize()}
      aria-valuemin={leastWidthPx}
      aria-valuemax={mostWidthPx}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.divider}
      onMouseDown={drag}
      onTouchStart={drag}
      onDoubleClick={() => column.resetSize()}
      onKeyDown={onKeyDown}
    />
  );
}
