import { baseState } from '#core/engine/directory-state.ts';
import type { DiskLimits } from './disk-quota.ts';
import { startPostgres, type Loss, type Postgres } from './postgres.ts';
import type { Reply } from './protocol/reply.ts';
import type { ServerResources } from './server.ts';

/** A database without an engine around it, for the tests of what the engine would hide: losses and limits. */
export function startTestPostgres({ files }: ServerResources, limits?: DiskLimits): Promise<Postgres> {
  return startPostgres(files, Promise.resolve(baseState(files.baseImageKey)), () => undefined, limits);
}

/** Runs a statement as a script does. In one word, how it ended: `done`, the SQLSTATE of its failure, or `lost`. */
export async function endOf(postgres: Postgres, sql: string): Promise<string> {
  const answer = await postgres.query(sql, { rowLimit: 10 });
  await postgres.checkpointBeyond(Number.POSITIVE_INFINITY);
  if (!answer.ok) return 'lost';
  return answer.value.ending.kind === 'error' ? answer.value.ending.error.sqlState : 'done';
}

export async function replyOf(postgres: Postgres, sql: string): Promise<Reply> {
  const answer = await postgres.query(sql);
  if (!answer.ok) throw new Error(reasonOf(answer.error));
  return answer.value;
}

function reasonOf({ reason }: Loss): string {
  return `lost: ${reason}`;
}
