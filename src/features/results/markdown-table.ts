import type { CellText, ResultSet } from '#core/engine/outcome.ts';

/** The rows that are held, as a GitHub table: numbers to the right, NULL as `*NULL*`, empty text as an empty cell. */
export function toMarkdown({ columns, rows }: ResultSet): string {
  const head = columns.map(({ name }) => markdownCell(name));
  const rule = columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'));
  return [head, rule, ...rows.map((row) => row.map(markdownCell))]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

/**
 * A cell reads as the value it is: no mark of it makes a link, a tag or an entity where it is pasted; nor does a bare
 * address, in which GitHub would show the other marks' backslashes. Underscores inside words, where SQL has them,
 * emphasise nothing and stay as they are.
 */
function markdownCell(cell: CellText): string {
  if (cell === null) return '*NULL*';
  return cell
    .replaceAll(/[\\|*`<&~[\]]|:(?=\/\/)|(?<=www)\.|(?<![a-z\d])_|_(?![a-z\d])/gi, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/g, '<br>');
}
