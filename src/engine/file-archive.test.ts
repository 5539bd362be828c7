import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFiles, unpackFiles } from './file-archive.ts';

describe('file archive', () => {
  it('gives back the files that were packed, in their order', () => {
    const file = fc.record({
      path: fc.string({ unit: 'grapheme' }),
      contents: fc.option(fc.uint8Array().map((bytes) => Uint8Array.from(bytes))),
    });
    fc.assert(
      fc.property(fc.array(file), (files) => {
        expect(unpackFiles(packFiles(files))).toEqual(files);
      }),
    );
  });
});
