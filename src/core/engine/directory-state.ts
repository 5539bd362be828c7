/**
 * A data directory at one moment between two statements: what a database can be started from again, whatever has become
 * of the one that wrote it. Only what differs from the base image is held, cut into chunks that states share.
 *
 * Started from it, PostgreSQL recovers as after a crash: all that was committed is there, an open transaction is rolled
 * back, the session (settings, temporary tables, prepared statements) is gone, UNLOGGED tables are empty.
 */
export interface DirectoryState {
  /** The key of the base image that it is a difference to. */
  readonly base: string;
  /** By absolute path: the files that are new, or not as in the base. */
  readonly files: ReadonlyMap<string, FileState>;
  /** The directories that the base does not have. */
  readonly directories: ReadonlySet<string>;
  /** The base's files and directories that are gone. */
  readonly removed: ReadonlySet<string>;
}

export interface FileState {
  readonly size: number;
  /** One for each stretch of `chunkBytes`, the last one shorter; null where the base's file has the same bytes. */
  readonly chunks: readonly (Chunk | null)[];
}

/** Never written to again. The same object in two states stands for the same bytes, so it need be stored only once. */
export type Chunk = Uint8Array<ArrayBuffer>;

export const chunkBytes = 32 * 1024;

/** What happened to a data directory since it was looked at last. */
export interface DirectoryChanges {
  readonly written: readonly FileChange[];
  readonly madeDirectories: readonly string[];
  /** Files, and directories without what is in them. */
  readonly removed: readonly string[];
}

export interface FileChange {
  readonly path: string;
  readonly size: number;
  /** Whether this is another file than the one that was known by this path: all of its chunks follow. */
  readonly isNew: boolean;
  readonly chunks: readonly (readonly [index: number, chunk: Chunk])[];
}

/** A directory that is still as the base image made it. */
export function baseState(base: string): DirectoryState {
  return { base, files: new Map(), directories: new Set(), removed: new Set() };
}

/** The state after `changes`; everything else is shared with the state before. */
export function applyChanges(before: DirectoryState, changes: DirectoryChanges): DirectoryState {
  const files = new Map(before.files);
  const directories = new Set(before.directories);
  const removed = new Set(before.removed);
  for (const path of changes.removed) {
    // What was the base's own must stay named; what was not would not be missed.
    files.delete(path);
    if (!directories.delete(path)) removed.add(path);
  }
  for (const path of changes.madeDirectories) {
    if (!removed.delete(path)) directories.add(path);
  }
  for (const { path, size, isNew, chunks: changed } of changes.written) {
    const chunks = isNew ? [] : [...(files.get(path)?.chunks ?? [])];
    chunks.length = Math.ceil(size / chunkBytes);
    for (const [index, chunk] of changed) chunks[index] = chunk;
    // A length that grows leaves holes, which stand for the base's chunks.
    files.set(path, { size, chunks: Array.from(chunks, (chunk) => chunk ?? null) });
    removed.delete(path);
  }
  return { base: before.base, files, directories, removed };
}

/** How many bytes of chunks some states hold together, those they share counted once. */
export function bytesOfStates(states: Iterable<DirectoryState>): number {
  const seen = new Set<Chunk>();
  let bytes = 0;
  for (const { files } of states) {
    for (const { chunks } of files.values()) {
      for (const chunk of chunks) {
        if (chunk === null || seen.has(chunk)) continue;
        seen.add(chunk);
        bytes += chunk.length;
      }
    }
  }
  return bytes;
}
