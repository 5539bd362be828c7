import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { judgeDesign, type DesignVerdict } from '#core/normalization/judging/judge-design.ts';
import { readDesign, type Design } from '#core/normalization/judging/read-design.ts';
import { isAtLeast, type RelationScheme } from '#core/relational/dependency.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { code, codeList } from '#content/words.ts';
import type { CheckContext, CheckKind, Evidence, Verdict } from './check-kind.ts';
import { written } from './dependency-param.ts';
import { lossyShown, lostShown, repeatedRowsShown, violationShown } from './design-evidence.ts';
import { lossyWords, lostWords, problemWords, violationsUpTo, violationWords, wideKeyWords } from './design-words.ts';
import { findRelation, findTable, noSuchTable } from './find-table.ts';
import { moveRows, type MovedRows } from './moved-rows.ts';
import { normalFormSchema, type NormalFormParams } from './normal-form-params.ts';
import { comparedColumns, schemeOf } from './split-relation.ts';

/** The tables of the answer are in a normal form, and say what was said before. */
export const normalForm: CheckKind<NormalFormParams> = {
  kind: 'normal-form',
  schema: normalFormSchema,

  describe({ form, relations, dependencies, isLossless, isPreserving, rowsOf }) {
    const tables = relations === null ? 'every table that you make or change' : codeList(relations);
    const rules = dependencies.map(written);
    const asked = [
      isPreserving && 'each of these can still be guarded by a single table',
      rowsOf !== null && `joining the tables gives back the rows of ${code(rowsOf)}`,
      rowsOf === null && isLossless && 'joining the tables invents no rows',
    ].filter((each) => each !== false);
    const goal = `have ${tables} in ${form}, where ${rules.join(', ')} ${rules.length === 1 ? 'holds' : 'hold'}`;
    return asked.length === 0 ? goal : `${goal}, so that ${asked.join(' and ')}`;
  },

  async grade(params, context) {
    const { before, now } = context;
    const original = params.rowsOf === null ? null : findRelation(before.catalog, params.rowsOf);
    if (params.rowsOf !== null && original === null) return lessonFault(`\`rows-of\` names ${code(params.rowsOf)}`);
    const scheme = schemeOf(params, original);
    const compared = original === null ? [] : comparedColumns(original, scheme, params);
    const tables = tablesOf(params, now);
    if (!tables.ok) return tables.error;
    const attributes = [...new Set([...scheme.attributes, ...compared.map(({ attribute }) => attribute)])];
    const design = readDesign({
      before: before.catalog,
      now,
      tables: tables.value,
      attributes,
      columns: new Map(params.columns),
      functional: scheme.functional,
      original,
    });
    const problems = problemsOf(design, params, now);
    if (problems.length > 0) {
      const message = problemWords(problems).join(' ');
      return { ok: false, message, finding: message };
    }
    const verdict = judgeDesign(design, scheme);
    const move = { design, scheme, isLossy: verdict.join.verdict === 'lossy', compared };
    const moved = original === null ? ok(null) : await moveRows(context, original, move);
    return moved.ok ? judge({ params, context, design, scheme, verdict, moved: moved.value }) : moved.error;
  },
};

function lessonFault(what: string): Verdict {
  const message = `${what}, which was not there when the step began. This is a fault of the lesson, not yours.`;
  return { ok: false, message };
}

function tablesOf({ relations }: NormalFormParams, now: Catalog): Result<readonly Table[] | null, Verdict> {
  if (relations === null) return ok(null);
  const missing = relations.find((name) => findTable(now, name) === null);
  if (missing !== undefined) return err({ ok: false, message: noSuchTable(now, missing) });
  return ok(relations.flatMap((name) => findTable(now, name) ?? []));
}

/** Where the author names tables and asks of no others, an attribute may be in any other table. */
function problemsOf(design: Design, params: NormalFormParams, now: Catalog): Design['problems'] {
  const isAboutAll = params.relations === null || params.isLossless || params.isPreserving || params.rowsOf !== null;
  if (isAboutAll) return design.problems;
  const elsewhere = new Set(now.tables.flatMap((table) => table.columns.map(({ name }) => name)));
  return design.problems.filter((problem) => problem.kind !== 'missing-attribute' || !elsewhere.has(problem.attribute));
}

interface Judged {
  readonly params: NormalFormParams;
  readonly context: CheckContext;
  readonly design: Design;
  readonly scheme: RelationScheme;
  readonly verdict: DesignVerdict;
  /** Null where no rows are compared. */
  readonly moved: MovedRows | null;
}

/** How many violations are told of and shown. */
const shownViolations = 3;

async function judge(judged: Judged): Promise<Verdict> {
  const { params, context, design, verdict, scheme, moved } = judged;
  const sentences: string[] = [];
  const evidence: Evidence[] = [];
  const violations = verdict.relations.flatMap((relation) =>
    violationsUpTo(relation, params.form).map((violation, place) => ({ relation, violation, isFurther: place > 0 })),
  );
  for (const { relation, violation, isFurther } of violations.slice(0, shownViolations)) {
    const shown = await violationShown(context.engine, context.now, violation, relation.relation);
    sentences.push(violationWords(violation, relation, params.form, isFurther), shown.sentence);
    evidence.push(...shown.evidence);
  }
  for (const judgement of verdict.relations) {
    const { relation } = judgement;
    if (violations.some((each) => each.relation.relation === relation)) continue;
    // As with a number for a key beside which nothing is unique.
    if (isAtLeast(params.form, '3NF')) sentences.push(wideKeyWords(judgement));
    const shown = await repeatedRowsShown(context.engine, context.now, relation);
    sentences.push(shown.sentence);
    evidence.push(...shown.evidence);
  }
  const lossy = params.isLossless ? lossyWords(verdict, design) : null;
  if (lossy !== null) sentences.push(lossy);
  // The rows that a lossy split invents are what its sentence is about.
  if (moved?.sentence !== undefined && !(lossy !== null && moved.isSample)) sentences.push(moved.sentence ?? '');
  if (lossy !== null && (moved === null || moved.evidence.length === 0)) evidence.push(...lossyShown(verdict));
  evidence.push(...(moved?.evidence ?? []));
  for (const lost of params.isPreserving ? verdict.lost : []) {
    sentences.push(lostWords(lost));
    evidence.push(...lostShown(lost, scheme.attributes, moved?.original ?? null));
  }
  const message = sentences.filter((sentence) => sentence !== '').join(' ');
  if (message === '') return { ok: true, message: rightWords(judged) };
  return { ok: false, message, finding: message, evidence };
}

function rightWords({ params, verdict }: Judged): string {
  const tables = verdict.relations.map(({ relation }) => qualifiedName(relation.table));
  const also = [
    params.isLossless && 'the split is lossless',
    params.isPreserving && 'every dependency is preserved',
    params.rowsOf !== null && `joining gives back the rows of ${code(params.rowsOf)}`,
  ].filter((each) => each !== false);
  const form = `${codeList(tables)} ${tables.length === 1 ? 'is' : 'are'} in ${params.form}`;
  const [last, ...before] = also.toReversed();
  return last === undefined ? `${form}.` : `${[form, ...before.toReversed()].join(', ')}, and ${last}.`;
}
