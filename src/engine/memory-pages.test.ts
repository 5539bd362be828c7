import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capturePages, pageBytes, writePages } from './memory-pages.ts';

/** Memory of a few pages, with some bytes set here and there. */
const memory = fc
  .tuple(fc.nat(3 * pageBytes), fc.array(fc.tuple(fc.nat(3 * pageBytes), fc.integer({ min: 1, max: 255 }))))
  .map(([length, bytes]) => {
    const contents = new Uint8Array(length);
    for (const [at, byte] of bytes) contents[at] = byte;
    return contents;
  });

describe('capturePages', () => {
  it('keeps what was there, whatever becomes of the memory', () => {
    fc.assert(
      fc.property(memory, memory, memory, (before, now, target) => {
        const contents = now.slice();
        const captured = capturePages(now, capturePages(before, undefined));
        now.fill(1);
        const restored = new Uint8Array(Math.max(contents.length, target.length));
        restored.set(target);
        writePages(captured, restored);
        expect(Buffer.compare(restored.subarray(0, contents.length), contents)).toBe(0);
        expect(restored.subarray(contents.length).every((byte) => byte === 0)).toBe(true);
      }),
    );
  });

  it('shares the pages that have not changed, and stores no zeros', () => {
    const contents = new Uint8Array(4 * pageBytes);
    contents[0] = 1;
    contents[pageBytes] = 1;
    const first = capturePages(contents, undefined);
    contents[pageBytes + 1] = 2;
    const second = capturePages(contents, first);
    expect(second.pages[0]).toBe(first.pages[0]);
    expect(second.pages[1]).not.toBe(first.pages[1]);
    expect(second.pages.slice(2)).toEqual([null, null]);
  });

  it.each([0, 1, 15, 16, 17, pageBytes - 1])('sees a change in byte %i of a page', (at) => {
    const contents = new Uint8Array(pageBytes).fill(7);
    const first = capturePages(contents, undefined);
    contents[at] = 8;
    expect(capturePages(contents, first).pages[0]).not.toBe(first.pages[0]);
    const zeros = new Uint8Array(pageBytes);
    zeros[at] = 1;
    expect(capturePages(zeros, undefined).pages[0]).not.toBeNull();
  });
});
