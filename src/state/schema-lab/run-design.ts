import { scriptOf, type DdlStatement } from '#core/catalog/ddl/ddl-statement.ts';
import type { RunOutcome, SqlFailure, TransactionStatus } from '#core/engine/outcome.ts';
import type { SliceContext } from '#state/app-state.ts';
import { runSql } from '#state/workbench-slice.ts';
import { statementsOf } from './statements-of.ts';

/** A drawing that was run and refused. */
export interface DesignFailure {
  /** The statement that failed, as it was run; null where it was COMMIT. */
  readonly sql: string | null;
  readonly failure: SqlFailure;
}

/** As it is run: all or nothing. In a transaction of the learner's own it is theirs to commit. */
export function scriptToRun(statements: readonly DdlStatement[], transaction: TransactionStatus): string {
  const script = scriptOf(statements);
  return transaction === 'idle' ? `begin;\n\n${script}\ncommit;\n` : script;
}

export async function runDesign(context: SliceContext): Promise<void> {
  const { set, get } = context;
  const { edits, transaction } = get();
  const statements = statementsOf(get());
  if (statements.length === 0 || transaction === 'failed') return;
  set({ designFailure: null, ranEdits: [] });
  const script = scriptToRun(statements, transaction);
  const outcome = await runSql(context, script, 0, 'drawing', (answer) => {
    if (answer.transaction === 'idle' && hasSucceeded(answer)) set({ ranEdits: edits });
  });
  if (outcome !== null) set({ designFailure: failureOf(outcome) });
}

function hasSucceeded({ statements }: RunOutcome): boolean {
  return statements.every(({ kind }) => kind === 'done');
}

function failureOf({ statements }: RunOutcome): DesignFailure | null {
  const failed = statements.find((statement) => statement.kind === 'failed');
  if (failed === undefined) return null;
  return { sql: /^commit$/i.test(failed.sql) ? null : failed.sql, failure: failed.failure };
}
