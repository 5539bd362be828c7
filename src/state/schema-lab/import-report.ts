import type { Catalog } from '#core/catalog/catalog.ts';
import type { RunOutcome, StatementOutcome } from '#core/engine/outcome.ts';
import { failureText } from '#core/engine/failure-text.ts';
import { placeInScript, type ScriptPlace } from '#core/sql/script-place.ts';
import { lineAtOffset } from '#core/sql/text-offsets.ts';

/** Something of a script that was not run here, and why. */
export interface PassedOver {
  readonly line: number;
  /** The beginning of the statement. */
  readonly statement: string;
  readonly reason: string;
}

/** Why a script can not be taken over. */
export interface ImportProblem {
  /** The SQLSTATE, where PostgreSQL itself has refused a statement. */
  readonly sqlState: string | null;
  readonly message: string;
  readonly detail: string | null;
  readonly hint: string | null;
  /** The beginning of the statement; null where it is about no one of them. */
  readonly statement: string | null;
  readonly place: ScriptPlace | null;
}

/** What a script would do. */
export interface ImportPlan {
  readonly script: string;
  readonly name: string;
  readonly isInstead: boolean;
  readonly before: Catalog;
  readonly after: Catalog;
  readonly statements: number;
  readonly passedOver: readonly PassedOver[];
}

const statementLength = 120;

export function problemIn(outcome: RunOutcome, script: string): ImportProblem {
  const failed = outcome.statements.find((statement) => statement.kind === 'failed');
  if (failed === undefined) return openTransaction(outcome, script);
  const { failure } = failed;
  const isRefusal = failure.kind === 'statement';
  return {
    sqlState: isRefusal ? failure.sqlState : null,
    message: isRefusal ? failure.message : failureText(failure),
    detail: isRefusal ? (failure.detail ?? null) : null,
    hint: isRefusal ? (failure.hint ?? null) : null,
    statement: beginningOf(failed),
    place: placeInScript(script, (isRefusal ? failure.position : undefined) ?? failed.start),
  };
}

/** Nothing failed, but what was done would not last. */
function openTransaction({ statements }: RunOutcome, script: string): ImportProblem {
  const begins = statements.findLast(({ sql }) => /^(?:begin|start\s+transaction)\b/i.test(sql));
  return {
    sqlState: null,
    message: 'It begins a transaction and does not end it.',
    detail: null,
    hint: 'Put COMMIT; at its end.',
    statement: begins === undefined ? null : beginningOf(begins),
    place: begins === undefined ? null : placeInScript(script, begins.start),
  };
}

/** A problem of the script as a whole. */
export function wholeProblem(message: string, hint: string | null = null): ImportProblem {
  return { sqlState: null, message, detail: null, hint, statement: null, place: null };
}

export function passedOverIn({ statements }: RunOutcome, script: string): readonly PassedOver[] {
  return statements.flatMap((statement) => {
    const reason = statement.kind === 'skipped' ? statement.reason : undefined;
    if (reason === undefined) return [];
    return [{ line: lineAtOffset(script, statement.start), statement: beginningOf(statement), reason }];
  });
}

function beginningOf({ sql }: StatementOutcome): string {
  const line = sql.replaceAll(/\s+/g, ' ');
  return line.length > statementLength ? `${line.slice(0, statementLength)}…` : line;
}
