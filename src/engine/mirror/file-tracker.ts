import { chunkBytes, type Chunk, type DirectoryChanges, type FileChange } from '#core/engine/directory-state.ts';
import type { FileAttributes, FsDirectory, FsFile, FsNode, FsStream, PostgresModule } from '#engine/postgres-module.ts';

/** The files below a directory at one moment. A file is known by its node: another one of the same name is another file. */
export type KnownFiles = ReadonlyMap<string, FsNode>;

/** What a started server would not miss: scratch files, and what says which process runs it. */
const ignoredNames: ReadonlySet<string> = new Set(['pgsql_tmp', 'postmaster.pid', 'postmaster.opts']);

/**
 * Knows what an instance has written to its data directory since it was asked last. It listens to the two functions by
 * which Emscripten's memory file system changes a file; which files there are it sees by looking.
 */
export class FileTracker {
  readonly #module: PostgresModule;
  readonly #directory: string;
  /** By file: the numbers of the chunks that are no longer as they were. */
  readonly #dirty = new Map<FsNode, Set<number>>();
  #known: KnownFiles;
  #walBytes = 0;

  /** `directory` is an absolute path. What is in it now is taken as known. */
  constructor(module: PostgresModule, directory: string) {
    this.#module = module;
    this.#directory = directory;
    this.#known = this.#look();
    const anyFile = [...this.#known.values()].find((node) => isFile(module, node));
    if (anyFile === undefined) throw new Error(`there is no file below ${directory}`);
    this.#listen(anyFile);
  }

  /** The files as of the last `take` or `forgive`. */
  get known(): KnownFiles {
    return this.#known;
  }

  /** How much was written to the write-ahead log since `walCheckpointed`. */
  get walBytes(): number {
    return this.#walBytes;
  }

  walCheckpointed(): void {
    this.#walBytes = 0;
  }

  /** What has changed since the last call, as copies; null if nothing has. */
  take(): DirectoryChanges | null {
    const before = this.#known;
    const now = this.#look();
    const written: FileChange[] = [];
    const madeDirectories: string[] = [];
    for (const [path, node] of now) {
      const isNew = before.get(path) !== node;
      if (isDirectory(this.#module, node)) {
        if (isNew) madeDirectories.push(path);
      } else if (isFile(this.#module, node) && (isNew || this.#dirty.has(node))) {
        written.push(this.#changeOf(path, node, isNew));
      }
    }
    // The deepest first, as one would have to remove them.
    const removed = [...before.keys()].filter((path) => !now.has(path)).toReversed();
    this.forgive(now);
    const isUnchanged = written.length + madeDirectories.length + removed.length === 0;
    return isUnchanged ? null : { written, madeDirectories, removed };
  }

  /** Takes the files for what they were when `known` was: their bytes have been put back by other means. */
  forgive(known: KnownFiles): void {
    this.#dirty.clear();
    this.#known = known;
  }

  #changeOf(path: string, node: FsFile, isNew: boolean): FileChange {
    const size = node.usedBytes;
    const count = Math.ceil(size / chunkBytes);
    const numbers = isNew ? Array.from({ length: count }, (_, index) => index) : [...(this.#dirty.get(node) ?? [])];
    const chunks = numbers
      .filter((index) => index < count)
      .map((index): [number, Chunk] => [
        index,
        new Uint8Array(node.contents.subarray(index * chunkBytes, Math.min(size, (index + 1) * chunkBytes))),
      ]);
    return { path, size, isNew, chunks };
  }

  /** Every node below the directory by its path, a directory before what is in it. */
  #look(): KnownFiles {
    const found = new Map<string, FsNode>();
    const visit = (node: FsNode, path: string): void => {
      found.set(path, node);
      if (!isDirectory(this.#module, node)) return;
      for (const [name, child] of Object.entries(node.contents)) {
        if (!ignoredNames.has(name)) visit(child, `${path}/${name}`);
      }
    };
    const { node } = this.#module.FS.lookupPath(this.#directory);
    if (isDirectory(this.#module, node)) visit(node, this.#directory);
    found.delete(this.#directory);
    return found;
  }

  /** All files share one table of functions, which any of them leads to. */
  #listen({ stream_ops: streams, node_ops: nodes }: FsFile): void {
    const { write } = streams;
    streams.write = (stream: FsStream, bytes, offset, length, position, canOwn) => {
      const { node } = stream;
      const end = isFile(this.#module, node) ? node.usedBytes : position;
      const written = write(stream, bytes, offset, length, position, canOwn);
      // Written beyond the end: what lies between is zero now.
      this.#mark(node, Math.min(end, position), position + length);
      if (node.parent.name === 'pg_wal') this.#walBytes += length;
      return written;
    };
    const { setattr } = nodes;
    nodes.setattr = (node: FsNode, attributes: FileAttributes) => {
      const before = isFile(this.#module, node) ? node.usedBytes : 0;
      setattr(node, attributes);
      if (attributes.size === undefined || attributes.size === before) return;
      // The last chunk of a file that shrinks is another one too: it is shorter.
      this.#mark(node, Math.max(0, Math.min(before, attributes.size) - 1), Math.max(attributes.size, 1));
    };
  }

  #mark(node: FsNode, start: number, end: number): void {
    const numbers = this.#dirty.get(node) ?? new Set();
    this.#dirty.set(node, numbers);
    for (let index = Math.floor(start / chunkBytes); index * chunkBytes < end; index += 1) numbers.add(index);
  }
}

function isDirectory(module: PostgresModule, node: FsNode): node is FsDirectory {
  return module.FS.isDir(node.mode);
}

function isFile(module: PostgresModule, node: FsNode): node is FsFile {
  return module.FS.isFile(node.mode);
}
