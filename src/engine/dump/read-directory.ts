import { PGlite } from '@electric-sql/pglite';
import type { DirectoryState } from '#core/engine/directory-state.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { unpackFiles, type ArchivedFile } from '#engine/file-archive.ts';
import type { PostgresFiles } from '#engine/postgres.ts';
import { controlMismatch, walSegmentMb } from './control-file.ts';
import { gunzip, largestUnpackedBytes } from './gunzip.ts';
import { stateOfFiles } from './state-of-files.ts';
import { readTar } from './tar-archive.ts';

const root = PGlite.paths.PGDATA;

/** Ours take the place of the archive's: they set what a page has room for. */
const settings = 'postgresql.conf';

/** What only a running server has, and would take for another one running. */
const leftOvers = new Set(['postmaster.pid', 'postmaster.opts']);

/**
 * The state that an archive of a data directory holds: one that was packed by `dumpDirectory`, by PGlite's `dumpDataDir`
 * or by tar. The failure is a sentence for the reader. Whether the files are sound shows only when a server has started
 * on them.
 */
export async function readDirectory(
  archive: Uint8Array<ArrayBuffer>,
  { baseImage, baseImageKey }: Pick<PostgresFiles, 'baseImage' | 'baseImageKey'>,
  limitBytes = largestUnpackedBytes,
): Promise<Result<DirectoryState, string>> {
  const [, ...base] = unpackFiles(new Uint8Array(baseImage));
  const unpacked = await gunzip(archive, limitBytes);
  if (!unpacked.ok) {
    return err(
      unpacked.error === 'damaged'
        ? 'The file is damaged or incomplete: it cannot be unpacked.'
        : `The file holds more than ${Math.floor(limitBytes / 1024 ** 2)} MB when unpacked, which is more than a page can.`,
    );
  }
  const entries = readTar(unpacked.value);
  if (!entries.ok) return err(`The file cannot be loaded: it ${entries.error}.`);
  const files = relativeFiles(entries.value);
  if (!files.ok) return files;
  const mismatch = versionMismatch(files.value, base);
  if (mismatch !== null) return err(mismatch);
  return ok(stateOfFiles(baseImageKey, base, arrange(files.value, base)));
}

type RelativeFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer> | null>;

/** The archive's files by their paths within the data directory, which may itself be a directory of the archive. */
function relativeFiles(entries: readonly ArchivedFile[]): Result<RelativeFiles, string> {
  const files = new Map<string, Uint8Array<ArrayBuffer> | null>();
  for (const { path, contents } of entries) {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.includes('..')) return err(`The file cannot be loaded: ${path} leads out of the data directory.`);
    if (parts.length > 0) files.set(parts.join('/'), contents);
  }
  const marks = [...files.keys()].filter((path) => /(^|\/)global\/pg_control$/.test(path));
  const [mark] = marks.toSorted((a, b) => a.length - b.length);
  if (mark === undefined) return err('The file is no data directory of PostgreSQL: it has no global/pg_control.');
  const prefix = mark.slice(0, -'global/pg_control'.length);
  const inside = [...files].flatMap(
    ([path, contents]): readonly (readonly [string, Uint8Array<ArrayBuffer> | null])[] =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), contents]] : [],
  );
  return ok(new Map(inside));
}

function versionMismatch(files: RelativeFiles, base: readonly ArchivedFile[]): string | null {
  const version = majorVersion(files.get('PG_VERSION'));
  const ourVersion = majorVersion(fileOf(base, 'PG_VERSION'));
  if (version === null) return 'The file is no data directory of PostgreSQL: it has no PG_VERSION.';
  if (version !== ourVersion) {
    return `The data directory was made by PostgreSQL ${version}, and this page runs ${ourVersion}. A dump as SQL can be loaded.`;
  }
  return controlMismatch(files.get('global/pg_control') ?? null, fileOf(base, 'global/pg_control'));
}

function majorVersion(contents: Uint8Array<ArrayBuffer> | null | undefined): string | null {
  if (contents === null || contents === undefined) return null;
  return /^\d+/.exec(new TextDecoder().decode(contents))?.[0] ?? null;
}

/** The files under the root of ours, directories first and none missing: tar need not name empty ones or parents. */
function arrange(files: RelativeFiles, base: readonly ArchivedFile[]): readonly ArchivedFile[] {
  const directories = new Set(base.filter(({ contents }) => contents === null).map(({ path }) => path));
  const contentsByPath = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [relative, contents] of files) {
    if (leftOvers.has(relative)) continue;
    const path = `${root}/${relative}`;
    if (contents === null) directories.add(path);
    else contentsByPath.set(path, contents);
    for (let end = path.lastIndexOf('/'); end > root.length; end = path.lastIndexOf('/', end - 1)) {
      directories.add(path.slice(0, end));
    }
  }
  contentsByPath.set(`${root}/${settings}`, settingsFor(files, base));
  return [
    ...[...directories].toSorted().map((path) => ({ path, contents: null })),
    ...[...contentsByPath].map(([path, contents]) => ({ path, contents })),
  ];
}

/** Our settings. What initdb made of the size of the log's files is made anew where that is another one. */
function settingsFor(files: RelativeFiles, base: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  const ours = fileOf(base, settings);
  const control = files.get('global/pg_control');
  const theirSegment = control === undefined || control === null ? null : walSegmentMb(control);
  if (theirSegment === null || theirSegment === walSegmentMb(fileOf(base, 'global/pg_control'))) return ours;
  const log = `\nmin_wal_size = ${5 * theirSegment}MB\nmax_wal_size = ${64 * theirSegment}MB\n`;
  return new Uint8Array([...ours, ...new TextEncoder().encode(log)]);
}

function fileOf(base: readonly ArchivedFile[], relative: string): Uint8Array<ArrayBuffer> {
  const contents = base.find(({ path }) => path === `${root}/${relative}`)?.contents;
  if (contents === null || contents === undefined) throw new Error(`the base image has no ${relative}`);
  return contents;
}
