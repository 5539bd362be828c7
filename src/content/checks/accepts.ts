import { shortSql } from '#content/words.ts';
import { closedMap, text } from '#content/yaml-schema.ts';
import type { CheckKind } from './check-kind.ts';
import { describeFailure, failedVerdict } from './failure-words.ts';
import { failedStatement } from './run-answers.ts';

interface AcceptsParams {
  readonly sql: string;
}

/** A statement succeeds, deferred constraints included. */
export const accepts: CheckKind<AcceptsParams> = {
  kind: 'accepts',
  schema: closedMap({ sql: text }),

  describe: ({ sql }) => `accept ${shortSql(sql)}`,

  async grade({ sql }, { engine }) {
    const failed = failedStatement(await engine.probe(sql));
    if (failed === null) return { ok: true, message: `${shortSql(sql)} is accepted.` };
    const [statement, reason] = [shortSql(failed.sql), describeFailure(failed.failure)];
    return {
      ...failedVerdict(`${statement} should be accepted, and was refused: ${reason}.`, failed.failure),
      finding: `${statement} was refused: ${reason}.`,
    };
  },
};
