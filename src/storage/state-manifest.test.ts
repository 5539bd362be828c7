import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chunk, DirectoryState } from '#core/engine/directory-state.ts';
import { chunksOf, decodeManifest, encodeManifest } from './state-manifest.ts';

const chunks: readonly Chunk[] = Array.from({ length: 30 }, (_, index) => new Uint8Array([index]));
const idOf = (chunk: Chunk): number => chunks.indexOf(chunk) + 1;
const chunkOf = (id: number): Chunk | null => chunks[id - 1] ?? null;

const states: fc.Arbitrary<DirectoryState> = fc.record({
  base: fc.string(),
  files: fc
    .array(
      fc.tuple(
        fc.string({ unit: 'grapheme' }),
        fc.record({ size: fc.nat(), chunks: fc.array(fc.constantFrom(...chunks, ...chunks.map(() => null))) }),
      ),
    )
    .map((files) => new Map(files)),
  directories: fc.array(fc.string()).map((paths) => new Set(paths)),
  removed: fc.array(fc.string()).map((paths) => new Set(paths)),
});

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

describe('a manifest', () => {
  it('gives the state back, with the same chunks', () => {
    fc.assert(
      fc.property(states, (state) => {
        const read = decodeManifest(joined(encodeManifest(state, idOf)), chunkOf);
        expect(read).toEqual(state);
        expect(new Set(chunksOf(read ?? state))).toEqual(new Set(chunksOf(state)));
      }),
    );
  });

  it('is nothing when a chunk is missing', () => {
    const state = { base: '', files: new Map([['a', { size: 1, chunks: [chunks[3] ?? null] }]]) };
    const bytes = joined(encodeManifest({ ...state, directories: new Set(), removed: new Set() }, idOf));
    expect(decodeManifest(bytes, (id) => (id === 4 ? null : chunkOf(id)))).toBeNull();
  });

  it('is small for a large file, and cut into small parts for many files', () => {
    const many = Array.from({ length: 30_000 }, (): Chunk => new Uint8Array(1));
    const ids = new Map(many.map((chunk, index) => [chunk, index + 1]));
    const none = { base: 'b', directories: new Set<string>(), removed: new Set<string>() };
    const large = { ...none, files: new Map([['/data/large', { size: 30_000, chunks: many }]]) };
    expect(encodeManifest(large, (chunk) => ids.get(chunk) ?? 0)).toMatchObject([{ length: 84 }]);
    const files = new Map(many.slice(0, 2000).map((chunk, at) => [`/data/base/5/${at}`, { size: 1, chunks: [chunk] }]));
    const parts = encodeManifest({ ...none, files }, (chunk) => ids.get(chunk) ?? 0);
    expect(parts.map(({ length }) => length)).toEqual([32_768, 32_768, expect.any(Number)]);
  });
});
