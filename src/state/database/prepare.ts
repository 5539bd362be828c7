import type { SqlBlock } from '#content/lesson.ts';
import type { Engine } from '#core/engine/engine.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';

/** Runs a lesson's own scripts; fails with the first failure. */
export async function prepare(
  engine: Engine,
  scripts: readonly Pick<SqlBlock, 'sql'>[],
): Promise<Result<void, SqlFailure>> {
  for (const { sql } of scripts) {
    const outcome = await engine.run(sql, { rowLimit: 0 });
    const failed = outcome.statements.find((statement) => statement.kind === 'failed');
    if (failed !== undefined) return err(failed.failure);
  }
  return ok(undefined);
}
