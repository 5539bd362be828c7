import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { packFiles, type ArchivedFile } from './file-archive.ts';
import { filesBelow, takeImage } from './memory-image.ts';
import { moduleOf } from './postgres-module.ts';
import { withoutChance, type RandomSource } from './without-chance.ts';

/**
 * How the base image is made. Whatever changes here makes another image necessary.
 *
 * Small WAL segments, none of them recycled, and no template databases make it a quarter of what initdb leaves behind.
 *
 * A shallow stack turns endless recursion into SQLSTATE 54001, where it would overflow the JavaScript stack and kill
 * the instance. Sorts and hashes that spill end at `temp_file_limit` with 53400: half of what all files may hold, so
 * that they cannot fill the disk alone.
 *
 * Checksums and whole pages in the WAL guard against a disk's half-written pages, which memory does not know. Without
 * them a SELECT writes no WAL, and an UPDATE or DELETE after a checkpoint not the whole table over again: that is
 * memory too.
 */
export const baseImageRecipe = {
  format: 'archive 1: pglite.data, data directory',
  initDbParams: [
    '--wal-segsize=1',
    '--no-data-checksums',
    '--set=wal_recycle=off',
    '--set=shared_buffers=16MB',
    '--set=max_stack_depth=100kB',
    '--set=temp_file_limit=256MB',
    '--set=full_page_writes=off',
  ],
  statements: [
    'update pg_database set datistemplate = false',
    'drop database template0',
    'drop database template1',
    'vacuum (freeze, analyze)',
    'checkpoint',
  ],
} as const;

/** Keeps its data directory at the last moment, when the server has shut down in order. */
class KeepingFs extends MemoryFS {
  kept: readonly ArchivedFile[] = [];

  override async closeFs(): Promise<void> {
    if (this.pg !== undefined) this.kept = filesBelow(takeImage(moduleOf(this.pg), 0, null), PGlite.paths.PGDATA);
    await super.closeFs();
  }
}

export interface BaseImage {
  /** An archive of all that a start needs besides the WebAssembly: PGlite's bundle and a data directory. Gzipped. */
  readonly gzipped: Uint8Array<ArrayBuffer>;
  /** Names the archive's bytes: their SHA-256. Another gzip may pack the same archive otherwise. */
  readonly key: string;
}

/**
 * Makes a data directory by initdb and the recipe, and packs it together with PGlite's `bundle`. The same recipe makes
 * the same bytes, on every machine and at any time: browsers keep them across releases, and databases are stored as
 * differences to them. Takes some seconds.
 */
export async function buildBaseImage(bundle: Uint8Array<ArrayBuffer>, random: RandomSource): Promise<BaseImage> {
  const directory = await withoutChance(random, makeDataDirectory);
  const archive = packFiles([{ path: 'pglite.data', contents: bundle }, ...directory]);
  const gzipped = new Blob([archive]).stream().pipeThrough(new CompressionStream('gzip'));
  return {
    gzipped: new Uint8Array(await new Response(gzipped).arrayBuffer()),
    key: hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', archive))),
  };
}

async function makeDataDirectory(): Promise<readonly ArchivedFile[]> {
  const fs = new KeepingFs();
  const database = await PGlite.create({ fs, initDbStartParams: [...baseImageRecipe.initDbParams] });
  for (const statement of baseImageRecipe.statements) await database.exec(statement);
  await database.close();
  return fs.kept;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
