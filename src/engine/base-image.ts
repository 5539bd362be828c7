import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { packFiles, type ArchivedFile } from './file-archive.ts';
import { filesBelow, takeImage } from './memory-image.ts';
import { moduleOf } from './postgres-module.ts';

/**
 * How the base image is made. Whatever changes here changes the image: its key is computed from these values.
 *
 * Small WAL segments, none of them recycled, and no template databases make it a quarter of what initdb leaves behind.
 * A shallow stack turns endless recursion into SQLSTATE 54001, where it would overflow the JavaScript stack and kill
 * the instance.
 */
export const baseImageRecipe = {
  format: 'archive 1: pglite.data, data directory',
  initDbParams: [
    '--wal-segsize=1',
    '--set=wal_recycle=off',
    '--set=shared_buffers=16MB',
    '--set=max_stack_depth=100kB',
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

/**
 * Makes a data directory by initdb and the recipe, and packs it together with PGlite's `bundle`: all that a start needs
 * besides the WebAssembly, gzipped. Takes some seconds.
 */
export async function buildBaseImage(bundle: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const fs = new KeepingFs();
  const database = await PGlite.create({ fs, initDbStartParams: [...baseImageRecipe.initDbParams] });
  for (const statement of baseImageRecipe.statements) await database.exec(statement);
  await database.close();
  const archive = packFiles([{ path: 'pglite.data', contents: bundle }, ...fs.kept]);
  const gzipped = new Blob([archive]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(gzipped).arrayBuffer());
}
