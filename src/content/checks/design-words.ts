import { writeName, writeNames } from '#core/catalog/name-tokens.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { DesignVerdict, NamedViolation, RelationVerdict } from '#core/normalization/judging/judge-design.ts';
import type {
  Design,
  DesignProblem,
  DesignRelation,
  MissingAttribute,
  UnevenTie,
} from '#core/normalization/judging/read-design.ts';
import type { ColumnOfTable } from '#core/normalization/judging/foreign-key-ties.ts';
import type { RowsComparison } from '#core/normalization/judging/compare-rows.ts';
import type { LostDependency } from '#core/relational/dependency-preservation.ts';
import type { WrittenDependency } from '#core/relational/dependency-text.ts';
import { isAtLeast, type FunctionalDependency, type NormalForm } from '#core/relational/dependency.ts';
import { brokenForm } from '#core/relational/normal-form.ts';
import { nearest } from '#core/shared/nearest.ts';
import { code, codeList, count } from '#content/words.ts';
import { written } from './dependency-param.ts';

/** How a verdict on a design is said, in a check and in the lab alike. */

/** Why a design cannot be judged, one sentence or two for each reason. */
export function problemWords(problems: readonly DesignProblem[]): readonly string[] {
  const missing = problems.filter((problem) => problem.kind === 'missing-attribute');
  const others = problems.filter((problem) => problem.kind !== 'missing-attribute');
  return [...others.map(otherProblem), ...(missing.length === 0 ? [] : [missingWords(missing)])];
}

function otherProblem(problem: Exclude<DesignProblem, { readonly kind: 'missing-attribute' }>): string {
  switch (problem.kind) {
    case 'no-tables':
      return 'There is no table to judge: none was made since the step began, and no table’s columns changed. Views and temporary tables do not count.';
    case 'ambiguous-column':
      return `${columnName(problem)} could stand for ${codeList(problem.attributes.map(writeName), 'or')}: foreign keys tie it to each of them. Give it the name of the one that it is.`;
    case 'doubled-attribute':
      return `${codeList(problem.columns)} of ${code(qualifiedName(problem.table))} could each be ${code(writeName(problem.of))}, so it cannot be told which of them is meant.`;
    case 'several-roles':
      return `${codeList(problem.columns)} of ${code(qualifiedName(problem.table))} both refer to the rows that ${code(problem.of)} numbers, so it cannot be told along which of them to join.`;
  }
}

function missingWords(missing: readonly MissingAttribute[]): string {
  const names = missing.map(({ attribute }) => attribute);
  const { unread, tied, untouched } = missing[0] ?? { unread: [], tied: [], untouched: [] };
  const found = `No column of your tables stands for ${codeList(names.map(writeName), 'or')}.`;
  const [taken] = tied;
  if (unread.length === 0) {
    if (taken !== undefined) {
      return `${found} ${columnName(taken)} is taken for ${code(writeName(taken.attribute))}, since a foreign key ties them.`;
    }
    const holders = codeList(untouched.map(qualifiedName));
    return untouched.length === 0
      ? found
      : `${found} Only ${holders} ${untouched.length === 1 ? 'has' : 'have'} it, as before.`;
  }
  const near = unread.find(({ column }) => nearest(column, names) !== null);
  const shown = near === undefined ? unread.slice(0, 4) : [near];
  const columns = shown.map((each) => `${qualifiedName(each.table)}.${each.column}`);
  return `${found} Nothing says what ${codeList(columns, 'or')} is: a column is known by its name, or by a foreign key that ties it to one of that name.`;
}

function columnName({ table, column }: ColumnOfTable): string {
  return code(`${qualifiedName(table)}.${column}`);
}

/** The violations that keep a relation from a form. */
export function violationsUpTo({ violations }: RelationVerdict, form: NormalForm): readonly NamedViolation[] {
  return violations.filter(({ kind }) => isAtLeast(form, brokenForm[kind]));
}

/** The violated dependency as far as it is about the relation: the author's own, or one that follows. */
export function violatedDependency(violation: NamedViolation, relation: DesignRelation): WrittenDependency {
  const kind = violation.kind === 'multivalued' ? 'multivalued' : 'functional';
  if (violation.stated !== null) {
    const { determinant, dependents } = violation.stated;
    const own = kind === 'multivalued' ? dependents : dependents.filter((name) => violation.dependents.includes(name));
    return { kind, determinant, dependents: own };
  }
  return { kind, ...inColumns(violation, relation) };
}

/** A dependency of a relation, by the names of its columns. */
export function inColumns(
  { determinant, dependents }: Pick<FunctionalDependency, 'determinant' | 'dependents'>,
  { columns }: DesignRelation,
): Pick<FunctionalDependency, 'determinant' | 'dependents'> {
  const named = (names: readonly string[]): readonly string[] => names.map((name) => columns.get(name) ?? name);
  return { determinant: named(determinant), dependents: named(dependents) };
}

/** Why a relation is not in a form: a sentence or two for a violation, which may go on from one about the same relation. */
export function violationWords(
  violation: NamedViolation,
  verdict: RelationVerdict,
  form: NormalForm,
  isFurther = false,
): string {
  const words = brokenFormWords(violation, verdict, form, isFurther);
  return isFurther ? words : [...unfoundedKeyWords(verdict), words].join(' ');
}

/** Said first: whoever declared a key reads of another one with wonder. */
function unfoundedKeyWords({ relation, unfoundedKeys }: RelationVerdict): readonly string[] {
  return unfoundedKeys.slice(0, 1).map(({ key, undecided }) => {
    const declared = code(`(${writeNames(inColumns({ determinant: key, dependents: [] }, relation).determinant)})`);
    const [left, right] = [code(writeNames(key)), code(writeNames(undecided))];
    const table = code(qualifiedName(relation.table));
    return `${table} declares ${declared} a key, but nothing says that ${left} decides ${right}.`;
  });
}

/** That a table takes two rows where the dependencies know one; empty where it does not, or declares no key at all. */
export function wideKeyWords({ relation, wideKey }: RelationVerdict): string {
  if (wideKey === null) return '';
  const { determinant, dependents } = inColumns({ determinant: wideKey.declared, dependents: wideKey.key }, relation);
  const [declared, key] = [code(`(${writeNames(determinant)})`), code(writeNames(dependents))];
  const table = code(qualifiedName(relation.table));
  return `${table} declares ${declared} a key, which is wider than it must be: it takes two rows with the same ${key}.`;
}

function brokenFormWords(
  violation: NamedViolation,
  { relation, keys }: RelationVerdict,
  form: NormalForm,
  isFurther: boolean,
): string {
  const table = code(qualifiedName(relation.table));
  const rule = violatedDependency(violation, relation);
  const { determinant, dependents } = inColumns(violation, relation);
  const [left, right] = [code(writeNames(determinant)), code(writeNames(dependents))];
  const holds = isFurther
    ? `Also ${written(rule)} holds in it`
    : `${table} is not in ${form}: ${written(rule)} holds in it`;
  const [key] = keys
    .filter((each) => violation.key === null || violation.determinant.every((name) => each.includes(name)))
    .map((each) => code(`(${writeNames(inColumns({ determinant: each, dependents: [] }, relation).determinant)})`));
  if (violation.isUndeclaredKey) {
    return `${holds}, and nothing makes ${left} unique: the only key that it declares is ${key ?? 'another'}.`;
  }
  switch (violation.kind) {
    case 'partial':
      return key === undefined || determinant.length === 0
        ? `${holds}, and ${left} is only a part of its key.`
        : `${holds}, and ${left} is only a part of its key ${key}.`;
    case 'transitive':
    case 'bcnf':
      return `${holds}, and ${left} is no key of it.`;
    case 'multivalued': {
      const rest = relation.attributes.filter(
        (name) => ![...violation.determinant, ...violation.dependents, ...relation.ownSurrogates].includes(name),
      );
      const others = inColumns({ determinant: rest, dependents: [] }, relation).determinant;
      return `${holds}, so each ${right} of a ${left} is said again beside every ${code(writeNames(others))}.`;
    }
  }
}

/** Null where the split is lossless. What may be behind it is said too. */
export function lossyWords(
  { join, relations }: DesignVerdict,
  design: Pick<Design, 'uneven' | 'apart'>,
): string | null {
  // A chase that was cut off proves nothing against the split; the rows still can.
  if (join.verdict !== 'lossy') return null;
  const names = relations.map(({ relation }) => qualifiedName(relation.table));
  const lossy = `The split is lossy: joining ${codeList(names)} back can give rows that were never there.`;
  return [lossy, ...lossyReasons(relations, design)].join(' ');
}

function lossyReasons(
  relations: readonly RelationVerdict[],
  { uneven, apart }: Pick<Design, 'uneven' | 'apart'>,
): readonly string[] {
  if (uneven.length > 0) return uneven.slice(0, 2).map(unevenWords);
  const untied = untiedWords(relations.map(({ relation }) => relation));
  if (untied.length > 0) return untied;
  if (apart.length === 0) return apartWords(relations);
  const tables = codeList(apart.map(qualifiedName));
  return [`No column of ${tables} stands for anything that the dependencies name: a column is known by its name.`];
}

function unevenWords({ from, to, attribute }: UnevenTie): string {
  const meaning = to.column === attribute ? '' : `, which stands for ${code(writeName(attribute))}`;
  return `${columnName(from)} refers to ${columnName(to)}${meaning}.`;
}

/** Numbers of the learner's own that two tables have, and that nothing ties: a foreign key was forgotten. */
function untiedWords(relations: readonly DesignRelation[]): readonly string[] {
  const loose = relations.flatMap(({ table, columns, ownSurrogates }) => {
    const read = [...columns].flatMap(([attribute, column]) => (ownSurrogates.includes(attribute) ? [] : [column]));
    return table.columns
      .filter(({ name }) => !read.includes(name) && name !== 'id')
      .map(({ name }) => ({ name, table }));
  });
  const twice = loose.find(({ name }, place) => loose.findIndex((each) => each.name === name) < place);
  if (twice === undefined) return [];
  const tables = loose.filter(({ name }) => name === twice.name).map(({ table }) => qualifiedName(table));
  return [`${codeList(tables)} have a column ${code(writeName(twice.name))} each, and no foreign key ties them.`];
}

/** What two tables share, or which table shares nothing. */
function apartWords(relations: readonly RelationVerdict[]): readonly string[] {
  const all = relations.map(({ relation }) => relation);
  const alone = all.find((one) => all.every((other) => other === one || shared(one, other).length === 0));
  if (alone !== undefined && all.length > 1) {
    const others = all.length === 2 ? 'the other' : 'any other';
    return [`${code(qualifiedName(alone.table))} shares no column with ${others}.`];
  }
  const [one, other, third] = all;
  if (one === undefined || other === undefined || third !== undefined) return [];
  return [`They share ${code(writeNames(shared(one, other)))}, which is a key of neither.`];
}

function shared(one: DesignRelation, other: DesignRelation): readonly string[] {
  return one.attributes.filter((name) => other.attributes.includes(name));
}

export function lostWords({ dependency: { determinant }, missing }: LostDependency): string {
  const [left, right] = [code(writeNames(determinant)), code(writeNames(missing))];
  const rule = written({ kind: 'functional', determinant, dependents: missing });
  return `${rule} is not preserved: no single table can refuse two rows with the same ${left} and different ${right}.`;
}

/** Null where the rows are those that were there. Of a sample, counts would mean nothing. */
export function movedRowsWords(
  { lost, invented, isComplete }: RowsComparison,
  original: string,
  isSample = false,
): string | null {
  const name = code(original);
  if (lost.length + invented.length === 0) {
    return isComplete ? null : `${name} and the join of your tables have too many rows to compare them all.`;
  }
  const [areLost, areInvented] = [lost, invented].map(({ length }) => (length === 1 ? 'is' : 'are'));
  const parts = [
    lost.length > 0 && `${count(lost.length, 'row')} that ${name} had ${areLost} lost`,
    invented.length > 0 &&
      (isSample
        ? `rows that ${name} never had are invented`
        : `${count(invented.length, 'row')} that ${lost.length > 0 ? 'it' : name} never had ${areInvented} invented`),
  ].filter((part) => part !== false);
  return `Joined back, your tables do not give what was there: ${parts.join(', and ')}.`;
}
