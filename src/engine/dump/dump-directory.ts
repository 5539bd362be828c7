import { err, ok, type Result } from '#core/shared/result.ts';
import type { Postgres } from '#engine/postgres.ts';

/** The data directory as a gzipped tar, which PGlite's own `loadDataDir` takes. */
export async function dumpDirectory(postgres: Postgres): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  // All that was committed is then in the tables' own files, and nothing needs to be recovered from the log.
  const checkpoint = await postgres.query('checkpoint');
  if (!checkpoint.ok) return err(checkpoint.error.reason);
  const { ending } = checkpoint.value;
  return ending.kind === 'error' ? err(ending.error.message) : ok(await postgres.packDirectory());
}
