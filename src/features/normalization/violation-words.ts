import type { NormalForm } from '#core/relational/dependency.ts';
import { dependencyText, keyText, namesInSentence, type DependencyKind } from './dependency-words.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';

/** What of a violation is put into words. */
export interface ToldViolation {
  readonly kind: 'partial' | 'transitive' | 'bcnf' | 'multivalued';
  readonly dependency: FunctionalDependency;
  /** Of a partial one: a candidate key that the determinant is a part of. */
  readonly key: readonly string[] | null;
  readonly isStated: boolean;
}

export function kindOf({ kind }: ToldViolation): DependencyKind {
  return kind === 'multivalued' ? 'multivalued' : 'functional';
}

/** Why a dependency breaks a form, and what comes of it in the rows; names are code, as in `InlineCode`. */
export function violationWords(violation: ToldViolation, attributes: readonly string[]): string {
  const { determinant, dependents } = violation.dependency;
  const left = namesInSentence(determinant);
  const right = namesInSentence(dependents);
  const [is, does, again] = determinant.length > 1 ? ['are', 'do', 'together '] : ['is', 'does', ''];
  const written = `${right} ${dependents.length > 1 ? 'are' : 'is'} written again in every row ${
    determinant.length === 0 ? 'of the table' : `with the same ${left}`
  }.`;
  switch (violation.kind) {
    case 'partial':
      return determinant.length === 0
        ? `No attribute decides ${right}: all rows have the same, and ${written}`
        : `${left} ${is} only a part of the key \`${keyText(violation.key ?? [])}\`, so ${written}`;
    case 'transitive':
      return `${left} ${again}${does} not decide a whole row, and ${right} ${
        dependents.length > 1 ? 'are in no key' : 'is in no key'
      }: the key decides ${right} by way of ${left}, so ${written}`;
    case 'bcnf':
      return `${right} ${
        dependents.length > 1 ? 'are each in a key' : 'is in a key'
      }, which 3NF lets pass. But ${left} ${again}${does} not decide a whole row, so ${written}`;
    case 'multivalued': {
      const rest = attributes.filter((name) => !determinant.includes(name) && !dependents.includes(name));
      const each = determinant.length === 0 ? 'Every' : `For the same ${left}, every`;
      return `${each} ${right} stands beside every ${namesInSentence(rest)}: two facts that have nothing to do with each other multiply each other’s rows.`;
    }
  }
}

/** What is to be said before the reason where nobody stated the dependency. */
export function followsWords({ isStated, dependency, ...violation }: ToldViolation): string | null {
  const words = dependencyText(dependency, kindOf({ isStated, dependency, ...violation }));
  return isStated ? null : `\`${words}\` is not stated as such: it follows from what is stated.`;
}

/** What a form says to somebody who meets it, in half a sentence. */
export const formWords: Readonly<Record<NormalForm, string>> = {
  '1NF': 'one value in every cell',
  '2NF': 'no fact about a part of a key',
  '3NF': 'no fact about what is no key, unless it is of a key itself',
  BCNF: 'every fact is about a whole key',
  '4NF': 'no two independent facts in one row',
};
