import type { Table, View } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { ResultSet } from '#core/engine/outcome.ts';
import { compareRows } from '#core/normalization/judging/compare-rows.ts';
import { designScheme } from '#core/normalization/judging/design-scheme.ts';
import { comparedValue, joinQuery } from '#core/normalization/judging/join-query.ts';
import type { Design } from '#core/normalization/judging/read-design.ts';
import { fullName } from '#core/normalization/row-source.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { code } from '#content/words.ts';
import type { CheckContext, Evidence, Verdict } from './check-kind.ts';
import { movedRowsWords } from './design-words.ts';
import { rowsEvidence } from './difference-verdict.ts';
import { describeFailure, failedVerdict } from './failure-words.ts';
import { rowsBefore } from './rows-before.ts';
import { ask, comparedRows, type FailedStatement } from './run-answers.ts';
import type { ComparedColumn } from './split-relation.ts';

/** What came of the rows of the original. */
export interface MovedRows {
  /** Null where they all came back, and no others. */
  readonly sentence: string | null;
  readonly evidence: readonly Evidence[];
  /** Only a part of the join was looked at, and nothing is known of lost rows. */
  readonly isSample: boolean;
  readonly original: ResultSet;
}

interface Move {
  readonly design: Design;
  readonly scheme: RelationScheme;
  /** Then the join may come to very many rows, and a part of it shows what it invents. */
  readonly isLossy: boolean;
  readonly compared: readonly ComparedColumn[];
}

/** Of a join that may come to very many. */
const sampledRows = 2000;

/** The rows that the original had before the step's answer, beside those that the join of the design gives now. */
export async function moveRows(
  context: CheckContext,
  original: Table | View,
  { design, scheme, isLossy, compared }: Move,
): Promise<Result<MovedRows, Verdict>> {
  const list = compared.map(({ name, type, attribute }) => `${comparedValue(name, type)} as ${quoteName(attribute)}`);
  const before = await rowsBefore(context, `select ${list.join(', ')} from ${fullName(original)}`);
  if (!before.ok) return before;
  const whole = designScheme(design, { ...scheme, multivalued: [] }, design.surrogates);
  const attributes = compared.map(({ attribute }) => attribute);
  const rows = isLossy ? sampledRows : comparedRows + 1;
  const question = joinQuery(design, whole, attributes, { rows, isSample: isLossy });
  const joined = await ask(context.engine, question);
  if (!joined.ok) return err(unjoined(joined.error));
  if (before.value === null || joined.value === null) throw new Error('a select returns columns');
  const comparison = compareRows(before.value, joined.value);
  const found = isLossy ? { ...comparison, lost: [], isComplete: true } : comparison;
  const [name, { columns }] = [qualifiedName(original), before.value];
  return ok({
    sentence: movedRowsWords(found, name, isLossy),
    evidence: [
      ...rowsEvidence(`Rows of ${code(name)} that are lost`, columns, found.lost),
      ...rowsEvidence(`${isLossy ? 'Some rows' : 'Rows'} that only your tables give, joined`, columns, found.invented),
    ],
    isSample: isLossy,
    original: before.value,
  });
}

function unjoined({ failure }: FailedStatement): Verdict {
  return failedVerdict(`Your tables could not be joined: ${describeFailure(failure)}.`, failure);
}
