import { shortSql } from '#content/words.ts';
import { closedMap, text } from '#content/yaml-schema.ts';
import type { CheckKind } from './check-kind.ts';
import { asBag, compareResults } from './compare-results.ts';
import { differenceVerdict } from './difference-verdict.ts';
import { refusedQuery } from './failure-words.ts';
import { ask } from './run-answers.ts';

interface SameRowsParams {
  readonly left: string;
  readonly right: string;
}

/** Two queries return the same bag of rows, column by column. */
export const sameRows: CheckKind<SameRowsParams> = {
  kind: 'same-rows',
  schema: closedMap({ left: text, right: text }),

  describe: ({ left, right }) => `make ${shortSql(left)} return the same rows as ${shortSql(right)}`,

  async grade({ left, right }, { engine }) {
    const found = await ask(engine, left);
    if (!found.ok) return refusedQuery(left, found.error);
    const expected = await ask(engine, right);
    if (!expected.ok) return refusedQuery(right, expected.error);
    if (found.value === null || expected.value === null) {
      const silent = found.value === null ? left : right;
      return { ok: false, message: `${shortSql(silent)} is no query: it returns no columns.` };
    }
    const difference = compareResults(expected.value, found.value, asBag);
    if (difference === null) {
      return { ok: true, message: `${shortSql(left)} returns the same rows as ${shortSql(right)}.` };
    }
    return differenceVerdict(difference, {
      expected: expected.value,
      found: found.value,
      subject: shortSql(left),
      findingSubject: null,
      missingTitle: `Rows that only ${shortSql(right)} returns`,
      extraTitle: `Rows that only ${shortSql(left)} returns`,
    });
  },
};
