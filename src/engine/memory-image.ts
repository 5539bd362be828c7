import type { ArchivedFile } from './file-archive.ts';
import { capturePages, writePages, type MemoryPages } from './memory-pages.ts';
import type { FsDirectory, FsFile, FsNode, FsStream, PostgresModule } from './postgres-module.ts';

/**
 * The whole machine between two statements: the WebAssembly memory, the files and the open files. Putting it back
 * undoes everything that SQL can do, since there is nothing else: rows, catalog, sequences, settings, prepared
 * statements, an open transaction, locks, caches.
 *
 * It fits only the instance that it was taken from, and only while that instance has loaded no further libraries:
 * Emscripten keeps those outside of the memory.
 */
export interface MemoryImage {
  readonly memory: MemoryPages;
  readonly stackPointer: number;
  readonly files: readonly FileState[];
  readonly directories: readonly DirectoryState[];
  readonly nameTable: readonly (FsNode | undefined)[];
  readonly streams: readonly (StreamState | null)[];
}

type NodeFields = Pick<FsNode, 'name' | 'parent' | 'name_next' | 'mode' | 'mtime'>;

interface FileState {
  readonly node: FsFile;
  readonly fields: NodeFields;
  readonly contents: MemoryPages;
}

interface DirectoryState {
  readonly node: FsDirectory;
  readonly fields: NodeFields;
  readonly contents: Readonly<Record<string, FsNode>>;
}

interface StreamState {
  readonly stream: FsStream;
  readonly fields: Pick<FsStream, 'fd' | 'node' | 'position' | 'flags'>;
}

/**
 * Takes a picture; of the memory, its first `usedBytes`. Pages that are still as in `previous`, an earlier picture of
 * the same instance, are shared with it.
 */
export function takeImage(module: PostgresModule, usedBytes: number, previous: MemoryImage | null): MemoryImage {
  const contentsBefore = new Map(previous?.files.map(({ node, contents }) => [node, contents]));
  const nodes = nodesBelow(module, module.FS.root);
  return {
    memory: capturePages(module.HEAPU8.subarray(0, usedBytes), previous?.memory),
    stackPointer: module.stackSave(),
    files: nodes.files.map((node) => ({
      node,
      fields: fieldsOf(node),
      contents: capturePages(node.contents.subarray(0, node.usedBytes), contentsBefore.get(node)),
    })),
    directories: nodes.directories.map((node) => ({
      node,
      fields: fieldsOf(node),
      contents: { ...node.contents },
    })),
    nameTable: [...module.FS.nameTable],
    streams: module.FS.streams.map((stream) => (stream ? captureStream(stream) : null)),
  };
}

/**
 * Puts a picture back, whatever has happened since it was taken. Memory that has come into use since, up to
 * `usedBytes`, is zeroed.
 */
export function restoreImage(module: PostgresModule, usedBytes: number, image: MemoryImage): void {
  writePages(image.memory, module.HEAPU8.subarray(0, Math.max(usedBytes, image.memory.length)));
  module.stackRestore(image.stackPointer);
  for (const { node, fields, contents } of image.files) {
    Object.assign(node, fields);
    if (node.contents.length < contents.length) node.contents = new Uint8Array(contents.length);
    writePages(contents, node.contents);
    node.usedBytes = contents.length;
  }
  for (const { node, fields, contents } of image.directories) {
    Object.assign(node, fields);
    node.contents = { ...contents };
  }
  module.FS.nameTable.splice(0, module.FS.nameTable.length, ...image.nameTable);
  const streams = image.streams.map((state) => state && Object.assign(state.stream, state.fields));
  module.FS.streams.splice(0, module.FS.streams.length, ...streams);
}

/** What an image holds below a directory, with each directory before its contents. */
export function filesBelow(image: MemoryImage, directory: string): readonly ArchivedFile[] {
  const files = new Map<FsNode, FileState>(image.files.map((state) => [state.node, state]));
  const directories = new Map<FsNode, DirectoryState>(image.directories.map((state) => [state.node, state]));
  const found: ArchivedFile[] = [];

  function visit(node: FsNode, path: string): void {
    const pages = files.get(node)?.contents;
    const children = directories.get(node)?.contents;
    if (path.startsWith(`${directory}/`) || path === directory) {
      if (pages !== undefined) found.push({ path, contents: bytesOf(pages) });
      if (children !== undefined) found.push({ path, contents: null });
    }
    for (const [name, child] of Object.entries(children ?? {})) visit(child, `${path}/${name}`);
  }

  const root = image.directories[0];
  if (root !== undefined) visit(root.node, '');
  return found;
}

function bytesOf(pages: MemoryPages): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pages.length);
  writePages(pages, bytes);
  return bytes;
}

/** All files and directories, each directory before its contents. */
export function nodesBelow(module: PostgresModule, root: FsNode): { files: FsFile[]; directories: FsDirectory[] } {
  const files: FsFile[] = [];
  const directories: FsDirectory[] = [];
  function visit(node: FsNode): void {
    if (isDirectory(module, node)) {
      directories.push(node);
      Object.values(node.contents).forEach(visit);
    } else if (isFile(module, node)) {
      files.push(node);
    }
  }
  visit(root);
  return { files, directories };
}

function isDirectory(module: PostgresModule, node: FsNode): node is FsDirectory {
  return module.FS.isDir(node.mode);
}

export function isFile(module: PostgresModule, node: FsNode): node is FsFile {
  return module.FS.isFile(node.mode);
}

function fieldsOf({ name, parent, name_next, mode, mtime }: FsNode): NodeFields {
  return { name, parent, name_next, mode, mtime };
}

function captureStream(stream: FsStream): StreamState {
  const { fd, node, position, flags } = stream;
  return { stream, fields: { fd, node, position, flags } };
}
