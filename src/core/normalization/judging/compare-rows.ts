import type { CellText, ResultColumn, ResultSet } from '#core/engine/outcome.ts';
import { canonicalNumber } from '#core/shared/canonical-number.ts';

export type DesignRow = readonly CellText[];

/** What became of the rows in the move. */
export interface RowsComparison {
  /** Rows of the original that the join does not give back, each once. */
  readonly lost: readonly DesignRow[];
  /** Rows of the join that were never in the original, each once. */
  readonly invented: readonly DesignRow[];
  /** False where there were too many rows to see all of them: then there may be more. */
  readonly isComplete: boolean;
}

/**
 * The rows of the original beside those of the join (`joinQuery`, whose last column says which of them must have been
 * there), both as sets; NULL equals NULL, numbers compare by value, everything else as PostgreSQL prints it.
 */
export function compareRows(original: ResultSet, joined: ResultSet): RowsComparison {
  const areNumbers = original.columns.map((column, place) => isNumber(column) && isNumber(joined.columns[place]));
  const keyOf = (row: DesignRow): string =>
    JSON.stringify(areNumbers.map((isOne, place) => valueOf(row[place] ?? null, isOne)));
  const had = new Map(original.rows.map((row) => [keyOf(row), row]));
  const has = new Map<string, DesignRow>();
  const asked = new Set<string>();
  for (const row of joined.rows) {
    const key = keyOf(row);
    if (!has.has(key)) has.set(key, row.slice(0, original.columns.length));
    if (row[original.columns.length] === 't') asked.add(key);
  }
  return {
    lost: isWhole(joined) ? rowsOf(had, (key) => !has.has(key)) : [],
    invented: isWhole(original) ? rowsOf(has, (key) => asked.has(key) && !had.has(key)) : [],
    isComplete: isWhole(original) && isWhole(joined),
  };
}

function rowsOf(rows: ReadonlyMap<string, DesignRow>, isWanted: (key: string) => boolean): readonly DesignRow[] {
  return [...rows].flatMap(([key, row]) => (isWanted(key) ? [row] : []));
}

function isNumber(column: ResultColumn | undefined): boolean {
  return column?.kind === 'number';
}

function valueOf(cell: CellText, isOfNumbers: boolean): CellText {
  return cell === null || !isOfNumbers ? cell : canonicalNumber(cell);
}

/** Whether no row was cut off. */
function isWhole({ rows, rowCount }: ResultSet): boolean {
  return rowCount <= rows.length;
}
