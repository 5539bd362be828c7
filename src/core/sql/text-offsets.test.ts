import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAtOffset, utf16OffsetOfCodePoint, utf16OffsetsByByte } from './text-offsets.ts';

const text = fc.string({ unit: 'grapheme' });

describe('utf16OffsetsByByte', () => {
  it('agrees with encoding the text before the offset', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(text, text, (before, after) => {
        const offsetOf = utf16OffsetsByByte(before + after);
        expect(offsetOf(encoder.encode(before).length)).toBe(before.length);
      }),
    );
  });
});

describe('utf16OffsetOfCodePoint', () => {
  it('is the length of the text before it', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(utf16OffsetOfCodePoint(before + after, Array.from(before).length)).toBe(before.length);
      }),
    );
  });

  it('ends with the text', () => {
    expect(utf16OffsetOfCodePoint('a😀', 9)).toBe(3);
  });
});

describe('lineAtOffset', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 3],
    [9, 3],
  ])('at %i is %i', (offset, line) => {
    expect(lineAtOffset('a\n\nb', offset)).toBe(line);
  });
});
