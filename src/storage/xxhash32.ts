/**
 * xxHash32 with seed 0: a fast 32-bit checksum against damage, not against anyone who means harm. Source: Yann Collet,
 * the xxHash algorithm description, version 0.1.1. Words are read in the machine's own order, which is the published one
 * on every machine that browsers run on; what is stored never leaves the machine.
 */
const prime1 = 0x9e3779b1;
const prime2 = 0x85ebca77;
const prime3 = 0xc2b2ae3d;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;

/** Of some bytes, as an unsigned number. About a gigabyte a second. */
export function xxhash32(bytes: Uint8Array): number {
  // Words can only be looked at where a word begins.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >>> 2);
  const striped = words.length & ~3;
  let hash = striped === 0 ? prime5 : hashStripes(words, striped);
  hash = (hash + aligned.length) | 0;
  for (let at = striped; at < words.length; at++) {
    hash = Math.imul(rotate(hash + Math.imul(words[at] ?? 0, prime3), 17), prime4);
  }
  for (let at = words.length * 4; at < aligned.length; at++) {
    hash = Math.imul(rotate(hash + Math.imul(aligned[at] ?? 0, prime5), 11), prime1);
  }
  hash = Math.imul(hash ^ (hash >>> 15), prime2);
  hash = Math.imul(hash ^ (hash >>> 13), prime3);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Four words at a time, in four sums that do not wait for each other. */
function hashStripes(words: Uint32Array, length: number): number {
  let one = (prime1 + prime2) | 0;
  let two = prime2 | 0;
  let three = 0;
  let four = -prime1 | 0;
  for (let at = 0; at < length; at += 4) {
    one = round(one, words[at] ?? 0);
    two = round(two, words[at + 1] ?? 0);
    three = round(three, words[at + 2] ?? 0);
    four = round(four, words[at + 3] ?? 0);
  }
  return (rotate(one, 1) + rotate(two, 7) + rotate(three, 12) + rotate(four, 18)) | 0;
}

function round(sum: number, word: number): number {
  return Math.imul(rotate(sum + Math.imul(word, prime2), 13), prime1);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
