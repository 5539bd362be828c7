import type { CellText, ResultSet } from '#core/engine/outcome.ts';

/**
 * The rows that are held, as CSV in PostgreSQL's own reading of it (COPY … FORMAT csv): NULL is nothing between the
 * commas, and empty text is `""`. Values stand as PostgreSQL prints them, also those that begin with `=` and that a
 * spreadsheet takes for a formula: a mark before them would make another value, and `-1` begins like one too.
 */
export function toCsv({ columns, rows }: ResultSet): string {
  const lines = [columns.map(({ name }) => name), ...rows];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

function csvCell(cell: CellText): string {
  if (cell === null) return '';
  return cell === '' || /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
