import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xxhash32 } from './xxhash32.ts';

describe('xxhash32', () => {
  it.each([
    ['', 0x02cc5d05],
    ['a', 0x550d7456],
    ['abc', 0x32d153ff],
    ['Nobody inspects the spammish repetition', 0xe2293b2f],
  ])('gives the known sum of %j', (text, sum) => {
    expect(xxhash32(new TextEncoder().encode(text))).toBe(sum);
  });

  it('sees every single flipped bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), fc.nat(), fc.nat(7), (bytes, at, bit) => {
        const flipped = bytes.slice();
        const index = at % bytes.length;
        flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
        expect(xxhash32(flipped)).not.toBe(xxhash32(bytes));
      }),
    );
  });

  it('does not mind where in its buffer the bytes begin', () => {
    const bytes = new Uint8Array(101).map((_, index) => index * 7);
    expect(xxhash32(bytes.subarray(1))).toBe(xxhash32(bytes.slice(1)));
  });
});
