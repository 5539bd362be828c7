import type { CellText, ResultSet } from '#core/engine/outcome.ts';

/** The rows that are held, as a GitHub table: numbers to the right, NULL as `*NULL*`, empty text as an empty cell. */
export function toMarkdown({ columns, rows }: ResultSet): string {
  const head = columns.map(({ name }) => markdownCell(name));
  const rule = columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'));
  return [head, rule, ...rows.map((row) => row.map(markdownCell))]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

/** Underscores stay as they are: inside words, where SQL has them, they emphasise nothing. */
function markdownCell(cell: CellText): string {
  if (cell === null) return '*NULL*';
  return cell.replaceAll(/[\\|*`<]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, '<br>');
}
