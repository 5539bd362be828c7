import * as v from 'valibot';
import { isSign, readNameList, readNames, writeNames } from '#core/catalog/name-tokens.ts';
import { rowsOf } from '#core/normalization/row-source.ts';
import { contradictionsIn } from '#core/normalization/violating-rows.ts';
import { didYouMean } from '#content/nearest.ts';
import { code, count } from '#content/words.ts';
import { closedMap, mustBe, text } from '#content/yaml-schema.ts';
import type { CheckKind, Evidence, Verdict } from './check-kind.ts';
import { rowsEvidence } from './difference-verdict.ts';
import { refusedQuery } from './failure-words.ts';
import { findRelation, noSuchTable } from './find-table.ts';
import { ask } from './run-answers.ts';

/** A functional dependency: rows that agree in the determinant agree in the dependents. */
export interface Dependency {
  readonly determinant: readonly string[];
  readonly dependents: readonly string[];
}

interface DependencyParams extends Dependency {
  readonly table: string;
  readonly isMeantToHold: boolean;
}

const dependencyText = v.pipe(
  text,
  v.check((value) => readDependency(value) !== null, mustBe('a dependency such as `order_id, product_id -> price`')),
);

const schema = v.pipe(
  closedMap({ table: text, holds: v.exactOptional(dependencyText), violated: v.exactOptional(dependencyText) }),
  v.check(
    ({ holds, violated }) => (holds === undefined) !== (violated === undefined),
    'must name one dependency, as `holds` or as `violated`.',
  ),
  v.transform(({ table, holds, violated }): DependencyParams => {
    const { determinant, dependents } = readDependency(holds ?? violated ?? '') ?? { determinant: [], dependents: [] };
    return { table, determinant, dependents, isMeantToHold: holds !== undefined };
  }),
);

/** A functional dependency holds, or is violated, in the rows that are there now. */
export const dependency: CheckKind<DependencyParams> = {
  kind: 'dependency',
  schema,

  describe({ table, isMeantToHold, ...rule }) {
    return isMeantToHold
      ? `keep ${writeDependency(rule)} true in every row of ${code(table)}`
      : `leave rows in ${code(table)} that contradict ${writeDependency(rule)}`;
  },

  async grade({ table, isMeantToHold, ...rule }, { engine, now }) {
    const relation = findRelation(now, table);
    if (relation === null) return { ok: false, message: noSuchTable(now, table) };
    const columns = relation.columns.map(({ name }) => name);
    const unknown = [...rule.determinant, ...rule.dependents].find((name) => !columns.includes(name));
    if (unknown !== undefined) {
      return { ok: false, message: `${code(table)} has no column ${code(unknown)}.${didYouMean(unknown, columns)}` };
    }
    const question = contradictionsIn(rowsOf(relation, now), rule);
    const asked = await ask(engine, question);
    if (!asked.ok) return refusedQuery(question, asked.error);
    const rows = asked.value?.rows ?? [];
    const contradicted = new Set(rows.map((row) => JSON.stringify(row.slice(0, rule.determinant.length)))).size;
    const evidence = rowsEvidence(
      `Rows of ${code(table)} that contradict ${writeDependency(rule)}`,
      asked.value?.columns ?? [],
      rows,
      asked.value?.rowCount,
    );
    return isMeantToHold
      ? judgeHolds(table, rule, contradicted, evidence)
      : judgeViolated(table, rule, contradicted, evidence);
  },
};

function judgeHolds(table: string, rule: Dependency, contradicted: number, evidence: readonly Evidence[]): Verdict {
  if (contradicted === 0) return { ok: true, message: `${writeDependency(rule)} holds in ${code(table)}.` };
  const finding =
    `${count(contradicted, 'value')} of ${code(writeNames(rule.determinant))} ` +
    `${contradicted === 1 ? 'stands' : 'stand'} beside different values of ${code(writeNames(rule.dependents))}.`;
  const message = `${writeDependency(rule)} does not hold in ${code(table)}. ${finding}`;
  return { ok: false, message, finding, evidence };
}

function judgeViolated(table: string, rule: Dependency, contradicted: number, evidence: readonly Evidence[]): Verdict {
  if (contradicted > 0)
    return { ok: true, message: `${writeDependency(rule)} is violated in ${code(table)}.`, evidence };
  const finding = `${writeDependency(rule)} still holds in every row of ${code(table)}.`;
  const expected = `Expected at least two rows with the same ${code(writeNames(rule.determinant))} and different ${code(writeNames(rule.dependents))}.`;
  return { ok: false, message: `${finding} ${expected}`, finding };
}

/** Reads `a, "B c" -> d`, or null. */
export function readDependency(source: string): Dependency | null {
  const tokens = readNames(source);
  const arrow = tokens?.findIndex((token) => isSign(token, '->')) ?? -1;
  if (tokens === null || arrow === -1) return null;
  const determinant = readNameList(tokens.slice(0, arrow));
  const dependents = readNameList(tokens.slice(arrow + 1));
  return determinant === null || dependents === null ? null : { determinant, dependents };
}

function writeDependency({ determinant, dependents }: Dependency): string {
  return code(`${writeNames(determinant)} -> ${writeNames(dependents)}`);
}
