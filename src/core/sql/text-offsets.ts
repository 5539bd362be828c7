/**
 * Offsets in the three units that meet here: JavaScript and editors count UTF-16 code units, PostgreSQL's error
 * positions count code points, libpg-query counts bytes of UTF-8.
 */

/** Tells the UTF-16 offset at which a byte of the UTF-8 form of `text` begins. Linear once, then constant. */
export function utf16OffsetsByByte(text: string): (byte: number) => number {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(...Array<number>(utf8Bytes(character.codePointAt(0) ?? 0)).fill(at));
    at += character.length;
  }
  offsets.push(at);
  return (byte) => offsets[byte] ?? at;
}

function utf8Bytes(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** The UTF-16 offset after the first `codePoints` code points of `text`. */
export function utf16OffsetOfCodePoint(text: string, codePoints: number): number {
  let offset = 0;
  let passed = 0;
  for (const character of text) {
    if (passed === codePoints) break;
    offset += character.length;
    passed += 1;
  }
  return offset;
}

/** The line of a UTF-16 offset, counted from 1. */
export function lineAtOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
