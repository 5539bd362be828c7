import { chunkBytes, type DirectoryState, type FileState } from '#core/engine/directory-state.ts';
import type { ArchivedFile } from '#engine/file-archive.ts';

/** The files to start a server from: those of the base image, changed as `state` says. Each directory stands before its contents. */
export function directoryFiles(base: readonly ArchivedFile[], state: DirectoryState): readonly ArchivedFile[] {
  const files = base
    .filter(({ path }) => !state.removed.has(path))
    .map((file) => {
      const changed = state.files.get(file.path);
      return changed === undefined ? file : { path: file.path, contents: contentsOf(changed, file.contents) };
    });
  const basePaths = new Set(base.map(({ path }) => path));
  const newDirectories = [...state.directories]
    .filter((path) => !basePaths.has(path))
    .toSorted((a, b) => a.length - b.length)
    .map((path) => ({ path, contents: null }));
  const newFiles = [...state.files]
    .filter(([path]) => !basePaths.has(path))
    .map(([path, file]) => ({ path, contents: contentsOf(file, null) }));
  return [...files, ...newDirectories, ...newFiles];
}

function contentsOf({ size, chunks }: FileState, base: Uint8Array | null): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  chunks.forEach((chunk, index) => {
    const start = index * chunkBytes;
    const source = chunk ?? base?.subarray(start, start + chunkBytes);
    if (source === undefined) throw new Error('a chunk is said to be in a base file that does not exist');
    bytes.set(source.subarray(0, size - start), start);
  });
  return bytes;
}
