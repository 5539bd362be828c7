import { lossyShown, lostShown, violationShown } from '#content/checks/design-evidence.ts';
import {
  lossyWords,
  lostWords,
  movedRowsWords,
  problemWords,
  violationWords,
  wideKeyWords,
} from '#content/checks/design-words.ts';
import { rowsEvidence } from '#content/checks/difference-verdict.ts';
import { code } from '#content/words.ts';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { ResultSet, RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { answersOf } from '#core/normalization/answers-of.ts';
import { compareRows } from '#core/normalization/judging/compare-rows.ts';
import { designScheme } from '#core/normalization/judging/design-scheme.ts';
import { comparedValue, joinQuery } from '#core/normalization/judging/join-query.ts';
import { judgeDesign, type DesignVerdict, type RelationVerdict } from '#core/normalization/judging/judge-design.ts';
import { readDesign, type Design } from '#core/normalization/judging/read-design.ts';
import { fullName } from '#core/normalization/row-source.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { brokenForm } from '#core/relational/normal-form.ts';
import { ok, type Result } from '#core/shared/result.ts';
import type { DesignJudgement, JudgedFinding, JudgedTable, JudgeStart } from './fresh-judge.ts';
import type { LiveRelation } from './relation-of.ts';

type Ask = (sql: string) => Promise<RunOutcome>;

/** The rows that are kept in the page, and compared later. What a probe returns at most. */
const mostRows = 10_000;
const sampledRows = 2000;

const nothingMade =
  'Nothing was made since you began: no table is new, and no table’s columns are others. Views and temporary tables do not count.';

/** What a design will be measured by: not a number that rows are given, where nothing is said of it. */
export function schemeToJudge({ table, scheme, stated }: LiveRelation): RelationScheme {
  const named = new Set(stated.flatMap(({ determinant, dependents }) => [...determinant, ...dependents]));
  const isFact = (name: string): boolean => {
    const column = table.columns.find((one) => one.name === name);
    const isNumbered = column?.identity != null || /nextval\(|uuid\w*\(/.test(column?.default ?? '');
    return named.has(name) || !isNumbered;
  };
  return {
    attributes: scheme.attributes.filter(isFact),
    functional: scheme.functional
      .filter(({ determinant }) => determinant.every(isFact))
      .map(({ determinant, dependents }) => ({ determinant, dependents: dependents.filter(isFact) }))
      .filter(({ dependents }) => dependents.length > 0),
    multivalued: scheme.multivalued,
  };
}

export async function rowsToJudge(
  table: Table,
  { attributes }: RelationScheme,
  ask: Ask,
): Promise<Result<ResultSet, SqlFailure>> {
  const list = attributes.map((name) => {
    const type = table.columns.find((column) => column.name === name)?.type ?? 'text';
    return `${comparedValue(name, type)} as ${quoteName(name)}`;
  });
  const answered = answersOf(await ask(`select ${list.join(', ')} from ${fullName(table)}`));
  return answered.ok ? ok(answered.value[0] ?? { columns: [], rows: [], rowCount: 0 }) : answered;
}

/**
 * The tables as they stand now, read as a decomposition of the table of the start, and judged as the check `normal-form`
 * judges: forms, lossless join, preservation, and what became of the rows. Fails where the database was stopped.
 */
export async function judgeTables(
  { table, catalog, scheme, rows }: JudgeStart,
  now: Catalog,
  columns: ReadonlyMap<string, string>,
  ask: Ask,
): Promise<Result<DesignJudgement, SqlFailure>> {
  const design = readDesign({
    before: catalog,
    now,
    tables: null,
    attributes: scheme.attributes,
    functional: scheme.functional,
    columns,
    original: table,
    isLentByReference: true,
  });
  if (design.problems.length > 0) return ok(unread(design));
  const verdict = judgeDesign(design, scheme);
  const moved = await movedRows({ table, scheme, rows, design, verdict }, ask);
  if (!moved.ok) return moved;
  const tables: JudgedTable[] = [];
  for (const relation of verdict.relations) tables.push(await judgedTable(relation, now, ask));
  const lossy = lossyWords(verdict, design);
  return ok({
    kind: 'read',
    tables,
    lossy: lossy === null ? null : { words: lossy, evidence: lossyShown(verdict) },
    lost: verdict.lost.map((lost) => ({
      words: lostWords(lost),
      evidence: lostShown(lost, scheme.attributes, rows),
    })),
    moved: moved.value,
  });
}

function unread({ problems }: Design): DesignJudgement {
  if (problems.some(({ kind }) => kind === 'no-tables')) {
    return { kind: 'unread', problems: [nothingMade], missing: [] };
  }
  const missing = problems.flatMap((problem) =>
    problem.kind === 'missing-attribute' && problem.unread.length > 0
      ? [
          {
            attribute: problem.attribute,
            candidates: problem.unread.map(({ table, column }) => `${qualifiedName(table)}.${column}`),
          },
        ]
      : [],
  );
  return { kind: 'unread', problems: problemWords(problems), missing };
}

async function judgedTable(verdict: RelationVerdict, now: Catalog, ask: Ask): Promise<JudgedTable> {
  const { relation, form, keys, violations } = verdict;
  const found: JudgedFinding[] = [];
  for (const violation of violations) {
    const shown = await violationShown({ probe: ask }, now, violation, relation);
    const told = found.length === 0 ? verdict : { ...verdict, unfoundedKeys: [] };
    const words = violationWords(violation, told, brokenForm[violation.kind]);
    found.push({ words: `${words} ${shown.sentence}`.trim(), evidence: shown.evidence });
  }
  const wide = wideKeyWords(verdict);
  if (wide !== '') found.push({ words: wide, evidence: [] });
  return {
    table: { schema: relation.table.schema, name: relation.table.name },
    form,
    keys: keys.slice(0, 3).map((key) => key.map((name) => relation.columns.get(name) ?? name)),
    violations: found,
  };
}

interface Move extends Pick<JudgeStart, 'table' | 'scheme' | 'rows'> {
  readonly design: Design;
  readonly verdict: DesignVerdict;
}

async function movedRows(
  { table, scheme, rows, design, verdict }: Move,
  ask: Ask,
): Promise<Result<JudgedFinding | null, SqlFailure>> {
  const isSample = verdict.join.verdict === 'lossy';
  const whole = designScheme(design, { ...scheme, multivalued: [] }, design.surrogates);
  const size = { rows: isSample ? sampledRows : mostRows + 1, isSample };
  const joined = answersOf(await ask(joinQuery(design, whole, scheme.attributes, size)));
  if (!joined.ok) return joined;
  const [result = { columns: [], rows: [], rowCount: 0 }] = joined.value;
  const compared = compareRows(rows, result);
  const found = isSample ? { ...compared, lost: [], isComplete: true } : compared;
  const name = qualifiedName(table);
  const words = movedRowsWords(found, name, isSample);
  if (words === null) return ok(null);
  return ok({
    words,
    evidence: [
      ...rowsEvidence(`Rows of ${code(name)} that are lost`, rows.columns, found.lost),
      ...rowsEvidence('Rows that only your tables give, joined', rows.columns, found.invented),
    ],
  });
}
