import type { ResultSet } from '#core/engine/outcome.ts';

/** How many rows are looked at: enough for a page, cheap for any result. */
const sampledRows = 60;
const leastCharacters = 5;
const mostCharacters = 44;
/** What `NULL` and the badge of an empty text take. */
const emptyCharacters = 5;
/** Of a letter of the code font at the grid's size. */
const characterPx = 7.85;
const paddingPx = 26;

/** A width in pixels for each column: its head or its widest value among the first rows, within bounds. */
export function columnWidths({ columns, rows }: ResultSet): readonly number[] {
  return columns.map(({ name, type }, place) => {
    const values = rows.slice(0, sampledRows).map((row) => row[place]?.length ?? 0);
    const widest = Math.max(name.length + type.length + 1, emptyCharacters, ...values);
    return Math.round(Math.min(mostCharacters, Math.max(leastCharacters, widest)) * characterPx + paddingPx);
  });
}
