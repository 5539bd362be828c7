/**
 * The names that PostgreSQL gives constraints, indexes and sequences whose maker named none. After `makeObjectName` and
 * `ChooseRelationName` in src/backend/commands/indexcmds.c, `ChooseConstraintName` in src/backend/catalog/pg_constraint.c
 * (PostgreSQL 18). Names are cut to 63 bytes of UTF-8, never within a character.
 */

const maxBytes = 63;

/** `first_second_label`, with the longer of the first two cut until it fits. */
export function joinedName(first: string, second: string | null, label: string): string {
  const overhead = bytesOf(label) + 1 + (second === null ? 0 : 1);
  const available = maxBytes - overhead;
  let firstBytes = bytesOf(first);
  let secondBytes = second === null ? 0 : bytesOf(second);
  while (firstBytes + secondBytes > available) {
    if (firstBytes > secondBytes) firstBytes -= 1;
    else secondBytes -= 1;
  }
  const parts = [clipped(first, firstBytes), ...(second === null ? [] : [clipped(second, secondBytes)]), label];
  return parts.join('_');
}

/** What stands for the columns of a foreign key in its name. */
export function joinedColumns(columns: readonly string[]): string {
  let joined = '';
  for (const [index, column] of columns.entries()) {
    joined = index === 0 ? clipped(column, maxBytes) : joined + '_' + clipped(column, maxBytes);
    if (bytesOf(joined) >= maxBytes + 1) break;
  }
  return joined;
}

/** What stands for the columns of an index in its name: a column that comes twice is numbered. */
export function joinedIndexColumns(columns: readonly string[]): string {
  const names: string[] = [];
  for (const column of columns)
    names.push(
      firstFree(
        (number) => numbered(column, number),
        (name) => names.includes(name),
      ),
    );
  return joinedColumns(names);
}

function numbered(column: string, number: number): string {
  return number === 0 ? column : clipped(column, maxBytes - String(number).length) + String(number);
}

/** The first name of `name(0)`, `name(1)`, … that is not taken. */
export function firstFree(name: (number: number) => string, isTaken: (name: string) => boolean): string {
  let number = 0;
  while (isTaken(name(number))) number += 1;
  return name(number);
}

/** In UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}

/** As much of a text as fits into so many bytes, whole characters only. */
function clipped(text: string, limit: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}
