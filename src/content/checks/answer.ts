import * as v from 'valibot';
import { count } from '#content/words.ts';
import { closedMap, mustBe, oneOf } from '#content/yaml-schema.ts';
import type { CheckKind, Verdict } from './check-kind.ts';
import { compareResults, type ResultContract } from './compare-results.ts';
import { differenceVerdict } from './difference-verdict.ts';
import { onSolution } from './on-solution.ts';
import { describeOrder, orderSchema } from './row-order.ts';
import { lastResult } from './run-answers.ts';

const schema = closedMap({
  order: v.exactOptional(orderSchema, 'none'),
  columns: v.exactOptional(oneOf(['names', 'positions']), 'names'),
  tolerance: v.exactOptional(
    v.pipe(
      v.number(mustBe('a number such as `1e-9`')),
      v.check((value) => value >= 0 && value < 1, mustBe('a number from 0 up to 1 such as `1e-9`')),
    ),
    0,
  ),
});

/** How many rows of a learner's run the engine keeps, and so how many of an answer can be compared. */
const keptRows = 10_000;

/** The learner's last result equals the solution's. */
export const answer: CheckKind<ResultContract> = {
  kind: 'answer',
  schema,

  describe(contract) {
    const columns = contract.columns === 'names' ? 'under the same column names' : 'whatever its columns are called';
    const tolerance =
      contract.tolerance === 0 ? '' : `; numbers with fractions may differ by ${contract.tolerance} of their size`;
    return `return the same rows as the solution, ${describeOrder(contract.order)}, ${columns}${tolerance}`;
  },

  async grade(contract, context) {
    if (context.answer === null) return { ok: false, message: 'Nothing has been run in this step yet.' };
    const found = lastResult(context.answer);
    if (found === null) {
      return { ok: false, message: 'Your answer returns no rows. It should end with a query, such as a `select`.' };
    }
    const solved = await onSolution(context, async (outcome) => lastResult(outcome));
    if (!solved.ok) return solved.error;
    const expected = solved.value;
    if (expected === null) return lessonFault("The step's own solution returns no rows to compare with.");
    if (expected.rowCount > keptRows) {
      const amount = count(expected.rowCount, 'row');
      return lessonFault(
        `The step's own solution returns ${amount}; answers are compared up to ${count(keptRows, 'row')}.`,
      );
    }
    const difference = compareResults(expected, found, contract);
    if (difference === null) return { ok: true, message: 'Your answer returns the expected rows.' };
    return differenceVerdict(difference, {
      expected,
      found,
      subject: 'Your answer',
      findingSubject: 'Your answer',
      missingTitle: 'Rows that are missing from your answer',
      extraTitle: 'Rows that your answer has too many',
    });
  },
};

/** The gate tells an author the same of the solution, so that no learner reads it in a published lesson. */
function lessonFault(message: string): Verdict {
  return { ok: false, message: `${message} This is a fault of the lesson, not yours.` };
}
