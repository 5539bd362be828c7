/** How many bytes of a name PostgreSQL keeps (NAMEDATALEN - 1). */
export const nameBytes = 63;

export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character);
  return bytes;
}

/** What PostgreSQL makes of a longer name: cut off behind the last whole character that fits. */
export function cutName(name: string, limit = nameBytes): string {
  let kept = '';
  let bytes = 0;
  for (const character of name) {
    bytes += bytesOf(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}

/**
 * The name that PostgreSQL would choose (makeObjectName and ChooseRelationName in its sources): the parts and a label
 * joined by `_`, the longer part cut until it fits, and a number where the name is taken.
 */
export function fitName(
  [first, second]: readonly [string, string?],
  label: string,
  taken: ReadonlySet<string>,
): string {
  for (let number = 0; ; number += 1) {
    const name = joined(first, second, number === 0 ? label : `${label}${number}`);
    if (!taken.has(name)) return name;
  }
}

function joined(first: string, second: string | undefined, label: string): string {
  const around = label.length + 1 + (second === undefined ? 0 : 1);
  let one = byteLength(first);
  let other = second === undefined ? 0 : byteLength(second);
  while (one + other + around > nameBytes) {
    if (one > other) one -= 1;
    else other -= 1;
  }
  return [cutName(first, one), ...(second === undefined ? [] : [cutName(second, other)]), label].join('_');
}

/** Of UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
