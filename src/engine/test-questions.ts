import type { Engine } from '#core/engine/engine.ts';
import type { CellText, RunOutcome, SqlFailure, StatementOutcome } from '#core/engine/outcome.ts';

/** Short ways for the tests of this folder to ask an engine something; they throw where the answer is not of the kind asked for. */

export async function rowsOf(engine: Engine, sql: string): Promise<readonly (readonly CellText[])[]> {
  const statement = lastOf(await engine.run(sql));
  if (statement.kind !== 'done' || statement.result === null) throw new Error(`no rows: ${JSON.stringify(statement)}`);
  return statement.result.rows;
}

export async function failureOf(engine: Engine, sql: string): Promise<SqlFailure> {
  const statement = lastOf(await engine.run(sql));
  if (statement.kind !== 'failed') throw new Error(`did not fail: ${JSON.stringify(statement)}`);
  return statement.failure;
}

export async function done(engine: Engine, script: string): Promise<void> {
  const { statements } = await engine.run(script);
  const failed = statements.find(({ kind }) => kind === 'failed');
  if (failed !== undefined) throw new Error(JSON.stringify(failed));
}

/** The last statement that was reached. */
export function lastOf({ statements }: RunOutcome): StatementOutcome {
  const last = statements.findLast(({ kind }) => kind !== 'skipped');
  if (last === undefined) throw new Error('no statement');
  return last;
}
