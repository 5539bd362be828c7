import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  baseState,
  bytesOfStates,
  chunkBytes,
  type Chunk,
  type DirectoryChanges,
  type FileChange,
} from './directory-state.ts';

const nothing: DirectoryChanges = { written: [], madeDirectories: [], removed: [] };
const base = baseState('key');

function chunk(bytes = chunkBytes): Chunk {
  return new Uint8Array(bytes);
}

function wrote(change: Partial<FileChange>): DirectoryChanges {
  return { ...nothing, written: [{ path: '/a', size: chunkBytes, isNew: false, chunks: [], ...change }] };
}

describe('applyChanges', () => {
  it('leaves chunks of the base where nothing was written to them', () => {
    const second = chunk();
    const state = applyChanges(base, wrote({ size: 3 * chunkBytes, chunks: [[1, second]] }));
    expect(state.files.get('/a')).toEqual({ size: 3 * chunkBytes, chunks: [null, second, null] });
  });

  it('shares what did not change with the state before, which stays as it was', () => {
    const [first, second, third] = [chunk(), chunk(), chunk()];
    const before = applyChanges(
      base,
      wrote({
        isNew: true,
        size: 2 * chunkBytes,
        chunks: [
          [0, first],
          [1, second],
        ],
      }),
    );
    const after = applyChanges(before, wrote({ size: 2 * chunkBytes, chunks: [[1, third]] }));
    expect(after.files.get('/a')?.chunks[0]).toBe(first);
    expect(before.files.get('/a')?.chunks[1]).toBe(second);
    expect(bytesOfStates([before, after])).toBe(3 * chunkBytes);
  });

  it('cuts a file that has shrunk', () => {
    const first = chunk();
    const before = applyChanges(
      base,
      wrote({
        isNew: true,
        size: 2 * chunkBytes,
        chunks: [
          [0, first],
          [1, chunk()],
        ],
      }),
    );
    const short = chunk(10);
    const after = applyChanges(before, wrote({ size: 10, chunks: [[0, short]] }));
    expect(after.files.get('/a')).toEqual({ size: 10, chunks: [short] });
  });

  it('takes nothing of the base for a file that only has its name', () => {
    const first = chunk(5);
    const before = applyChanges(base, wrote({ size: 3 * chunkBytes, chunks: [[2, chunk()]] }));
    const after = applyChanges(before, wrote({ isNew: true, size: 5, chunks: [[0, first]] }));
    expect(after.files.get('/a')?.chunks).toEqual([first]);
  });

  it('remembers what is gone, until it is there again', () => {
    const gone = applyChanges(base, { ...nothing, removed: ['/d', '/a'] });
    expect([...gone.removed]).toEqual(['/d', '/a']);
    const back = applyChanges(gone, {
      ...wrote({ isNew: true, size: 1, chunks: [[0, chunk(1)]] }),
      madeDirectories: ['/d'],
    });
    expect([...back.removed, ...back.directories]).toEqual([]);
    expect([...back.files.keys()]).toEqual(['/a']);
  });

  it('forgets a directory that was made and removed', () => {
    const made = applyChanges(base, { ...nothing, madeDirectories: ['/d'] });
    expect([...made.directories]).toEqual(['/d']);
    const gone = applyChanges(made, { ...nothing, removed: ['/d'] });
    expect([...gone.directories, ...gone.removed]).toEqual([]);
  });
});
