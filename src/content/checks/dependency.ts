import { writeNames } from '#core/catalog/name-tokens.ts';
import { rowsOf, type RowSource } from '#core/normalization/row-source.ts';
import { contradictionsIn, missingCombinationCount, missingCombinations } from '#core/normalization/violating-rows.ts';
import type { WrittenDependency } from '#core/relational/dependency-text.ts';
import { didYouMean } from '#content/nearest.ts';
import { code, count } from '#content/words.ts';
import { closedMap, text } from '#content/yaml-schema.ts';
import * as v from 'valibot';
import type { CheckEngine, CheckKind, Evidence, Verdict } from './check-kind.ts';
import { dependencyParam, written } from './dependency-param.ts';
import { rowsEvidence } from './difference-verdict.ts';
import { refusedQuery } from './failure-words.ts';
import { findRelation, noSuchTable } from './find-table.ts';
import { ask } from './run-answers.ts';

interface DependencyParams {
  readonly table: string;
  readonly rule: WrittenDependency;
  readonly isMeantToHold: boolean;
}

const schema = v.pipe(
  closedMap({ table: text, holds: v.exactOptional(dependencyParam), violated: v.exactOptional(dependencyParam) }),
  v.check(
    ({ holds, violated }) => (holds === undefined) !== (violated === undefined),
    'must name one dependency, as `holds` or as `violated`.',
  ),
  v.transform(({ table, holds, violated }): DependencyParams => {
    const rule = holds ?? violated ?? { kind: 'functional', determinant: [], dependents: [] };
    return { table, rule, isMeantToHold: holds !== undefined };
  }),
);

/** A functional or multivalued dependency holds, or is violated, in the rows that are there now. */
export const dependency: CheckKind<DependencyParams> = {
  kind: 'dependency',
  schema,

  describe({ table, isMeantToHold, rule }) {
    return isMeantToHold
      ? `keep ${written(rule)} true in every row of ${code(table)}`
      : `leave rows in ${code(table)} that contradict ${written(rule)}`;
  },

  async grade({ table, isMeantToHold, rule }, { engine, now }) {
    const relation = findRelation(now, table);
    if (relation === null) return { ok: false, message: noSuchTable(now, table) };
    const columns = relation.columns.map(({ name }) => name);
    const unknown = [...rule.determinant, ...rule.dependents].find((name) => !columns.includes(name));
    if (unknown !== undefined) {
      return { ok: false, message: `${code(table)} has no column ${code(unknown)}.${didYouMean(unknown, columns)}` };
    }
    const found = await findContradictions(engine, rowsOf(relation, now), rule, columns);
    if ('verdict' in found) return found.verdict;
    const title = `Rows of ${code(table)} that contradict ${written(rule)}`;
    const evidence = rowsEvidence(title, found.columns, found.rows, found.rowCount);
    return isMeantToHold
      ? judgeHolds(table, rule, found.contradicted, evidence)
      : judgeViolated(table, rule, found.contradicted, evidence);
  },
};

interface Contradictions extends Pick<Extract<Evidence, { readonly kind: 'rows' }>, 'columns' | 'rows' | 'rowCount'> {
  /** How many values of the determinant. */
  readonly contradicted: number;
}

async function findContradictions(
  engine: CheckEngine,
  source: RowSource,
  rule: WrittenDependency,
  columns: readonly string[],
): Promise<Contradictions | { readonly verdict: Verdict }> {
  const isFunctional = rule.kind === 'functional';
  const question = isFunctional ? contradictionsIn(source, rule) : missingCombinations(source, rule, columns, 3);
  const asked = await ask(engine, question);
  if (!asked.ok) return { verdict: refusedQuery(question, asked.error) };
  const { rows, rowCount } = asked.value ?? { rows: [], rowCount: 0 };
  const found = { columns: asked.value?.columns ?? [], rows, rowCount };
  if (isFunctional) {
    const keys = rows.map((row) => JSON.stringify(row.slice(0, rule.determinant.length)));
    return { ...found, contradicted: new Set(keys).size };
  }
  const counting = missingCombinationCount(source, rule, columns);
  const counted = await ask(engine, counting);
  if (!counted.ok) return { verdict: refusedQuery(counting, counted.error) };
  return { ...found, contradicted: Number(counted.value?.rows[0]?.[0] ?? 0) };
}

function judgeHolds(
  table: string,
  rule: WrittenDependency,
  contradicted: number,
  evidence: readonly Evidence[],
): Verdict {
  if (contradicted === 0) return { ok: true, message: `${written(rule)} holds in ${code(table)}.` };
  const [values, own] = [code(writeNames(rule.determinant)), code(writeNames(rule.dependents))];
  const finding =
    rule.kind === 'functional'
      ? `${count(contradicted, 'value')} of ${values} ${contradicted === 1 ? 'stands' : 'stand'} beside different values of ${own}.`
      : `${count(contradicted, 'value')} of ${values} ${contradicted === 1 ? 'lacks' : 'lack'} combinations of ${own} with the other columns.`;
  const message = `${written(rule)} does not hold in ${code(table)}. ${finding}`;
  return { ok: false, message, finding, evidence };
}

function judgeViolated(
  table: string,
  rule: WrittenDependency,
  contradicted: number,
  evidence: readonly Evidence[],
): Verdict {
  if (contradicted > 0) return { ok: true, message: `${written(rule)} is violated in ${code(table)}.`, evidence };
  const finding = `${written(rule)} still holds in every row of ${code(table)}.`;
  const [values, own] = [code(writeNames(rule.determinant)), code(writeNames(rule.dependents))];
  const expected =
    rule.kind === 'functional'
      ? `Expected at least two rows with the same ${values} and different ${own}.`
      : `Expected two rows with the same ${values} whose ${own}, exchanged, would make a row that is not there.`;
  return { ok: false, message: `${finding} ${expected}`, finding };
}
