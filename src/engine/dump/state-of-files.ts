import { chunkBytes, type DirectoryState, type FileState } from '#core/engine/directory-state.ts';
import type { ArchivedFile } from '#engine/file-archive.ts';

/** Files as a state: as their difference to the base image's. The state has copies of its own. */
export function stateOfFiles(
  baseKey: string,
  base: readonly ArchivedFile[],
  files: readonly ArchivedFile[],
): DirectoryState {
  const baseByPath = new Map(base.map(({ path, contents }) => [path, contents]));
  const changed = new Map<string, FileState>();
  const directories = new Set<string>();
  for (const { path, contents } of files) {
    const known = baseByPath.get(path);
    if (contents === null) {
      if (known !== null) directories.add(path);
      continue;
    }
    const state = fileState(contents, known ?? new Uint8Array());
    if (known?.length !== contents.length || state.chunks.some((chunk) => chunk !== null)) changed.set(path, state);
  }
  const paths = new Set(files.map(({ path }) => path));
  const removed = new Set([...baseByPath.keys()].filter((path) => !paths.has(path)));
  return { base: baseKey, files: changed, directories, removed };
}

function fileState(contents: Uint8Array, base: Uint8Array): FileState {
  const chunks = Array.from({ length: Math.ceil(contents.length / chunkBytes) }, (_, index) => {
    const chunk = contents.subarray(index * chunkBytes, (index + 1) * chunkBytes);
    const same = sameBytes(chunk, base.subarray(index * chunkBytes, (index + 1) * chunkBytes));
    return same ? null : new Uint8Array(chunk);
  });
  return { size: contents.length, chunks };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
