import * as v from 'valibot';
import { shortSql } from '#content/words.ts';
import { closedMap, mustBe, text } from '#content/yaml-schema.ts';
import type { CheckKind } from './check-kind.ts';
import { describeFailure, describeState, failedVerdict } from './failure-words.ts';
import { failedStatement } from './run-answers.ts';

interface RejectsParams {
  readonly sql: string;
  readonly code: string;
}

const schema = closedMap({
  sql: text,
  code: v.pipe(text, v.regex(/^[0-9A-Z]{5}$/, mustBe('a SQLSTATE of five characters such as "23505"'))),
});

/** A statement fails, and for the reason that the lesson is about. */
export const rejects: CheckKind<RejectsParams> = {
  kind: 'rejects',
  schema,

  describe: ({ sql, code }) => `refuse ${shortSql(sql)} with ${describeState(code)}`,

  async grade({ sql, code }, { engine }) {
    const failed = failedStatement(await engine.probe(sql));
    if (failed === null) {
      const finding = `${shortSql(sql)} was accepted`;
      return {
        ok: false,
        message: `${finding}; it should be refused with ${describeState(code)}.`,
        finding: `${finding}.`,
      };
    }
    const { failure } = failed;
    if (failure.kind === 'statement' && failure.sqlState === code) {
      return { ok: true, message: `${shortSql(failed.sql)} is refused with ${describeState(code)}.` };
    }
    const found = failure.kind === 'statement' ? describeState(failure.sqlState) : describeFailure(failure);
    const reason = failure.kind === 'statement' ? ` PostgreSQL says: ${failure.message}.` : '';
    const message = `${shortSql(failed.sql)} was refused for another reason: expected ${describeState(code)}, found ${found}.${reason}`;
    return failedVerdict(message, failure);
  },
};
