import type { RunOutcome, SqlFailure, StatementOutcome } from '#core/engine/outcome.ts';
import type { Statement } from '#core/sql/split-statements.ts';

/** What the page has heard of a run in the worker: the outcome, if the worker does not live to report it. */
export class RunRecord {
  readonly #started = performance.now();
  #statements: readonly Statement[];
  readonly #outcomes: StatementOutcome[] = [];

  constructor(script: string) {
    // Until the worker has split it, the script is one statement.
    this.#statements = [{ sql: script, start: 0, end: script.length }];
  }

  onSplit(statements: readonly Statement[]): void {
    this.#statements = statements;
  }

  onOutcome(outcome: StatementOutcome): void {
    this.#outcomes.push(outcome);
  }

  /** The outcome when the statement in flight ends with `failure`: those before it are done, those after it skipped. */
  outcomeAfter(failure: SqlFailure): RunOutcome {
    const durationMs = performance.now() - this.#started;
    const statements = this.#statements.map((statement, index): StatementOutcome => {
      if (index > this.#outcomes.length) return { ...statement, kind: 'skipped' };
      return this.#outcomes[index] ?? { ...statement, kind: 'failed', failure, notices: [], durationMs };
    });
    return { statements, transaction: 'idle', durationMs };
  }
}
