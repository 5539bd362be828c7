import { failureText } from '#core/engine/failure-text.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { shortSql } from '#content/words.ts';
import type { Evidence, Verdict } from './check-kind.ts';
import type { FailedStatement } from './run-answers.ts';

/** PostgreSQL's names of the states that lessons meet most, from its appendix A, as words. */
const stateNames: Readonly<Record<string, string>> = {
  '21000': 'cardinality violation',
  '22001': 'text too long',
  '22003': 'number out of range',
  '22007': 'invalid date or time',
  '22008': 'date or time out of range',
  '22012': 'division by zero',
  '22P02': 'invalid text for a type',
  '23000': 'integrity violation',
  '23001': 'restrict violation',
  '23502': 'not-null violation',
  '23503': 'foreign key violation',
  '23505': 'unique violation',
  '23514': 'check violation',
  '23P01': 'exclusion violation',
  '25001': 'transaction is open',
  '25006': 'read-only transaction',
  '25P02': 'failed transaction',
  '2BP01': 'other objects depend on it',
  '40001': 'serialization failure',
  '42601': 'syntax error',
  '42501': 'permission denied',
  '42701': 'duplicate column',
  '42702': 'ambiguous column',
  '42703': 'unknown column',
  '42710': 'duplicate object',
  '42803': 'grouping error',
  '42804': 'wrong type',
  '42830': 'invalid foreign key',
  '42883': 'unknown function',
  '42P01': 'unknown table',
  '42P07': 'duplicate table',
  '42P10': 'invalid column reference',
  '42P16': 'invalid table definition',
  '428C9': 'value for a generated column',
  '55000': 'wrong state for this',
  P0001: 'raised by a trigger or function',
};

/** `23505` with its name, where it is one that lessons meet. */
export function describeState(sqlState: string): string {
  const name = stateNames[sqlState];
  return name === undefined ? `\`${sqlState}\`` : `\`${sqlState}\` (${name})`;
}

/** What PostgreSQL says, as a clause with its SQLSTATE behind it and without a full stop. */
export function describeFailure(failure: SqlFailure): string {
  return failure.kind === 'statement'
    ? `${failure.message} (${failure.sqlState})`
    : failureText(failure).replace(/\.$/, '');
}

export function failureEvidence(failure: SqlFailure): readonly Evidence[] {
  return [{ kind: 'failure', failure }];
}

/** The verdict where a check could not be asked at all. */
export function failedVerdict(message: string, failure: SqlFailure): Verdict {
  return { ok: false, message, evidence: failureEvidence(failure) };
}

/** The verdict where a question that a check asks cannot be answered, mostly because a table or column is missing. */
export function refusedQuery(sql: string, { failure }: FailedStatement): Verdict {
  const reason = describeFailure(failure);
  const verdict = failedVerdict(`${shortSql(sql)} fails: ${reason}.`, failure);
  // The author's words accuse of what was not found out.
  return {
    ...verdict,
    finding: `This could not be found out: the question fails on your tables. PostgreSQL says: ${reason}.`,
  };
}
