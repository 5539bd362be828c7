import type { PGlite } from '@electric-sql/pglite';

/**
 * The parts of PGlite's Emscripten module that we reach into: its message loop, its memory and its file system in
 * memory. They are internals of the pinned version; the tests of this folder hold them to it.
 */
export interface PostgresModule {
  readonly HEAPU8: Uint8Array;
  readonly FS: MemoryFileSystem;
  stackSave(): number;
  /** 0 where there is no room. */
  readonly _malloc: (bytes: number) => number;
  readonly _free: (address: number) => void;
  /** Where the C library keeps `errno`. */
  readonly ___errno_location: () => number;
  stackRestore: LoopFunction;
  _PostgresMainLoopOnce: LoopFunction;
  _PostgresMainLongJmp: LoopFunction;
  _PostgresSendReadyForQueryIfNecessary: LoopFunction;
}

/** What the message loop calls; only `stackRestore` takes an argument, a pointer. */
type LoopFunction = (...args: readonly number[]) => void;

/** PGlite types its module by global types of Emscripten that are not there, so that all of it is `any`. */
export function moduleOf(pglite: PGlite): PostgresModule {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above; the version is pinned
  return pglite.Module as unknown as PostgresModule;
}

/** Emscripten's file system in memory, MEMFS. */
interface MemoryFileSystem {
  readonly root: FsNode;
  /** Hash chains that find a node by its parent and name. */
  readonly nameTable: (FsNode | undefined)[];
  /** Open files by their descriptors. */
  readonly streams: (FsStream | null)[];
  /** What it throws makes a call of the C library fail with that number. */
  readonly ErrnoError: new (errno: number) => object;
  isDir(mode: number): boolean;
  isFile(mode: number): boolean;
  mkdir(path: string): void;
  writeFile(path: string, contents: Uint8Array, options: { canOwn: boolean }): void;
  lookupPath(path: string): { readonly node: FsNode };
}

export interface FsNode {
  name: string;
  parent: FsNode;
  /** The next in its hash chain. */
  name_next: FsNode | undefined;
  mode: number;
  mtime: number;
}

export interface FsDirectory extends FsNode {
  contents: Record<string, FsNode>;
}

export interface FsFile extends FsNode {
  /** Longer than the file where it has room to grow. */
  contents: Uint8Array;
  usedBytes: number;
  /** The same objects for all files. */
  readonly stream_ops: FileStreamOperations;
  readonly node_ops: FileNodeOperations;
}

interface FileStreamOperations {
  write: (
    stream: FsStream,
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
    canOwn: boolean,
  ) => number;
}

interface FileNodeOperations {
  setattr: (node: FsNode, attributes: FileAttributes) => void;
}

export interface FileAttributes {
  readonly size?: number;
}

export interface FsStream {
  fd: number;
  node: FsNode;
  position: number;
  flags: number;
}
