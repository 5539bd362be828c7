import { MemoryFS, PGlite } from '@electric-sql/pglite';

/**
 * How the base image is made. Whatever changes here changes the image: its key is computed from these values.
 *
 * Small WAL segments, no recycled ones and no template databases make it a sixth of what initdb leaves behind. A
 * shallow stack turns endless recursion into SQLSTATE 54001 where it would overflow the JavaScript stack and kill the
 * instance.
 */
export const baseImageRecipe = {
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

/** Writes its directory to a tar archive at the last moment, when the server has shut down in order. */
class ArchivingFs extends MemoryFS {
  archive: Blob | null = null;

  override async closeFs(): Promise<void> {
    this.archive = await this.dumpTar('base-image', 'none');
    await super.closeFs();
  }
}

/** Makes a data directory by initdb and the recipe, and returns it as a gzipped tar archive. Takes some seconds. */
export async function buildBaseImage(): Promise<Uint8Array> {
  const fs = new ArchivingFs();
  const database = await PGlite.create({ fs, initDbStartParams: [...baseImageRecipe.initDbParams] });
  for (const statement of baseImageRecipe.statements) await database.exec(statement);
  await database.close();
  if (fs.archive === null) throw new Error('the database closed without closing its file system');
  const gzipped = fs.archive.stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(gzipped).arrayBuffer());
}
