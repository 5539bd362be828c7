/**
 * The names that PostgreSQL gives constraints, indexes and sequences whose maker named none. After `makeObjectName` and
 * `ChooseRelationName` in src/backend/commands/indexcmds.c, `ChooseConstraintName` in src/backend/catalog/pg_constraint.c
 * (PostgreSQL 18). Names are cut to 63 bytes of UTF-8, never within a character.
 */

/** How many bytes of a name PostgreSQL keeps (NAMEDATALEN - 1). */
export const nameBytes = 63;

/**
 * The name that PostgreSQL would choose: the parts and a label joined by `_`, the longer part cut until it fits, and a
 * number behind the label where the name is taken.
 */
export function fitName(
  [first, second]: readonly [string, string?],
  label: string,
  taken: ReadonlySet<string>,
): string {
  return firstFree(
    (number) => joinedName(first, second ?? null, number === 0 ? label : `${label}${number}`),
    (name) => taken.has(name),
  );
}

/** `first_second_label`, with the longer of the first two cut until it fits. */
export function joinedName(first: string, second: string | null, label: string): string {
  const overhead = byteLength(label) + 1 + (second === null ? 0 : 1);
  const available = nameBytes - overhead;
  let firstBytes = byteLength(first);
  let secondBytes = second === null ? 0 : byteLength(second);
  while (firstBytes + secondBytes > available) {
    if (firstBytes > secondBytes) firstBytes -= 1;
    else secondBytes -= 1;
  }
  const parts = [cutName(first, firstBytes), ...(second === null ? [] : [cutName(second, secondBytes)]), label];
  return parts.join('_');
}

/** What stands for the columns of a foreign key in its name. */
export function joinedColumns(columns: readonly string[]): string {
  let joined = '';
  for (const [index, column] of columns.entries()) {
    joined = index === 0 ? cutName(column, nameBytes) : joined + '_' + cutName(column, nameBytes);
    if (byteLength(joined) >= nameBytes + 1) break;
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
  return number === 0 ? column : cutName(column, nameBytes - String(number).length) + String(number);
}

/** The first name of `name(0)`, `name(1)`, … that is not taken. */
export function firstFree(name: (number: number) => string, isTaken: (name: string) => boolean): string {
  let number = 0;
  while (isTaken(name(number))) number += 1;
  return name(number);
}

/** In UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}

/** What PostgreSQL makes of a longer name: cut off behind the last whole character that fits. */
export function cutName(text: string, limit = nameBytes): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += byteLength(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}
