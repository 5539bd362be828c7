import { err, ok, type Result } from '#core/shared/result.ts';
import type { Postgres } from '#engine/postgres.ts';
import { runPgDump } from './pg-dump.ts';
import { writeRoles } from './role-script.ts';

const usualArgs = ['--rows-per-insert=500'];

/**
 * The whole database as a script that psql runs, and `loadSql`: the roles, then what pg_dump writes, with rows as
 * INSERTs so that it can also be pasted into an editor. What it leaves out is what hangs on a database or a role as a
 * whole: their settings (ALTER DATABASE … SET), passwords, statistics.
 *
 * The server should be one of its own, since its session does not stay as it is.
 */
export async function dumpSql(postgres: Postgres): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const roles = await writeRoles(postgres);
  if (!roles.ok) return roles;
  // An owner named for nothing would be missed where the file is loaded by another user than postgres.
  const args = roles.value.own ? usualArgs : [...usualArgs, '--no-owner'];
  const dumped = await runPgDump(postgres, args);
  if (!dumped.ok) return dumped;
  const sql = dumped.value.mayLackLines ? await dumpEscaped(postgres, args) : ok(dumped.value.sql);
  if (!sql.ok) return sql;
  return ok(new TextEncoder().encode(roles.value.script + sql.value));
}

/**
 * The wrapper of pg_dump cuts every line out of its output that begins with `\restrict`, be it one in the middle of a
 * value. Where backslashes are written twice, no such line begins so.
 */
async function dumpEscaped(postgres: Postgres, args: readonly string[]): Promise<Result<string, string>> {
  // The first one has left its transaction and its prepared statements behind.
  for (const statement of ['rollback', 'discard all', 'set standard_conforming_strings = off']) {
    const done = await postgres.query(statement);
    if (!done.ok) return err(done.error.reason);
  }
  const dumped = await runPgDump(postgres, [...args, '--disable-dollar-quoting']);
  return dumped.ok ? ok(dumped.value.sql) : dumped;
}
