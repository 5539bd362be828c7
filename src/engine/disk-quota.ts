import { PGlite } from '@electric-sql/pglite';
import { isFile, nodesBelow } from './memory-image.ts';
import type { FsFile, FsNode, PostgresModule } from './postgres-module.ts';

/** How much files may hold, all of them in the tab's memory. */
export interface DiskLimits {
  /** All files but the write-ahead log. */
  readonly filesBytes: number;
  /** More than that for what makes room again: DROP, TRUNCATE, DELETE, VACUUM write to small files only. */
  readonly reserveBytes: number;
  /** A file up to this size may use the reserve. */
  readonly smallFileBytes: number;
  /** A log this long stops the growth of files too, so that the statement that writes it fails before the log does. */
  readonly logBytes: number;
  /** A log that cannot be written ends in a PANIC and so in a loss. */
  readonly lastLogBytes: number;
}

export interface DiskQuota {
  /** Whether something was refused since this was asked last. */
  hasRefused(): boolean;
  /** To be called when files have changed in another way than by the server. */
  recount(): void;
}

interface DiskUse {
  files: number;
  log: number;
}

/** ENOSPC, as Emscripten numbers it. */
const noSpaceLeft = 51;

/**
 * Has the growth of files refused beyond a limit, as by a disk that is full: PostgreSQL answers 53100 and rolls back.
 *
 * Growth is added up as it happens, which costs a comparison for each write. What is deleted is found out when the
 * limit seems to be reached, by a walk through all files.
 */
export function limitDisk(module: PostgresModule, limits: DiskLimits): DiskQuota {
  const { FS } = module;
  const logDirectory = FS.lookupPath(`${PGlite.paths.PGDATA}/pg_wal`).node;
  let use: DiskUse | null = null;
  let isRefused = false;

  function currentUse(): DiskUse {
    const counted: DiskUse = { files: 0, log: 0 };
    for (const node of nodesBelow(module, FS.root).files) counted[kindOf(node)] += node.usedBytes;
    return counted;
  }

  function kindOf(node: FsFile): keyof DiskUse {
    return node.parent === logDirectory ? 'log' : 'files';
  }

  function admit(node: FsNode, size: number): void {
    if (!isFile(module, node)) return;
    const growth = size - node.usedBytes;
    if (growth <= 0) return;
    const kind = kindOf(node);
    use ??= currentUse();
    if (!hasRoom(use, kind, growth, size)) use = currentUse();
    if (!hasRoom(use, kind, growth, size)) {
      isRefused = true;
      throw new FS.ErrnoError(noSpaceLeft);
    }
    use[kind] += growth;
  }

  function hasRoom({ files, log }: DiskUse, kind: keyof DiskUse, growth: number, size: number): boolean {
    if (kind === 'log') return log + growth <= limits.lastLogBytes;
    if (size <= limits.smallFileBytes) return files + growth <= limits.filesBytes + limits.reserveBytes;
    return files + growth <= limits.filesBytes && log <= limits.logBytes;
  }

  // All files share these two tables.
  const [file] = nodesBelow(module, FS.root).files;
  if (file === undefined) throw new Error('there are no files');
  const { stream_ops: streamOperations, node_ops: nodeOperations } = file;
  const { write } = streamOperations;
  const { setattr } = nodeOperations;
  streamOperations.write = (stream, buffer, offset, length, position, canOwn) => {
    admit(stream.node, position + length);
    return write(stream, buffer, offset, length, position, canOwn);
  };
  nodeOperations.setattr = (node, attributes) => {
    if (attributes.size !== undefined) admit(node, attributes.size);
    setattr(node, attributes);
  };

  return {
    hasRefused: () => {
      const was = isRefused;
      isRefused = false;
      return was;
    },
    recount: () => {
      use = null;
    },
  };
}
