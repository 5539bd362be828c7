import type { DependencyProof, ProofLine } from './dependency-proof.ts';
import type { FunctionalDependency } from './dependency.ts';

/**
 * Whether each line follows by its rule from the lines it names, whether only stated dependencies are given, and whether
 * every line is of use: null where all is well, else what is wrong. Looks at names only, and knows nothing of closures.
 */
export function checkProof(
  given: readonly FunctionalDependency[],
  wanted: FunctionalDependency,
  { mode, lines }: DependencyProof,
): string | null {
  const last = lines.at(-1);
  if (last === undefined || !isSameDependency(last.dependency, wanted)) return 'the last line is another dependency';
  for (const [place, line] of lines.entries()) {
    const number = place + 1;
    const premises: FunctionalDependency[] = [];
    for (const earlier of line.from) {
      const premise = earlier < number ? lines[earlier - 1] : undefined;
      if (premise === undefined) return `line ${number} rests on no earlier line`;
      premises.push(premise.dependency);
    }
    if (!follows(line, premises, given)) return `line ${number} does not follow by ${line.rule}`;
    if (mode === 'axioms' && (line.rule === 'union' || line.rule === 'decomposition')) {
      return `line ${number} uses ${line.rule}, which is no axiom`;
    }
    if (number < lines.length && !lines.some(({ from }) => from.includes(number))) return `line ${number} is not used`;
  }
  return null;
}

function follows(
  { rule, dependency, added }: ProofLine,
  premises: readonly FunctionalDependency[],
  given: readonly FunctionalDependency[],
): boolean {
  const { determinant, dependents } = dependency;
  const [one, other, ...more] = premises;
  switch (rule) {
    case 'given':
      return one === undefined && given.some((stated) => isSameDependency(stated, dependency));
    case 'reflexivity':
      return one === undefined && isWithin(dependents, determinant);
    case 'augmentation':
      return (
        one !== undefined &&
        other === undefined &&
        isSameSet(determinant, [...one.determinant, ...added]) &&
        isSameSet(dependents, [...one.dependents, ...added])
      );
    case 'decomposition':
      return (
        one !== undefined &&
        other === undefined &&
        isSameSet(determinant, one.determinant) &&
        isWithin(dependents, one.dependents)
      );
    case 'transitivity':
      return (
        one !== undefined &&
        other !== undefined &&
        more.length === 0 &&
        isSameSet(determinant, one.determinant) &&
        isSameSet(one.dependents, other.determinant) &&
        isSameSet(dependents, other.dependents)
      );
    case 'union':
      return (
        one !== undefined &&
        other !== undefined &&
        more.length === 0 &&
        isSameSet(determinant, one.determinant) &&
        isSameSet(determinant, other.determinant) &&
        isSameSet(dependents, [...one.dependents, ...other.dependents])
      );
  }
}

function isSameDependency(one: FunctionalDependency, other: FunctionalDependency): boolean {
  return isSameSet(one.determinant, other.determinant) && isSameSet(one.dependents, other.dependents);
}

const isWithin = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((name) => other.includes(name));

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  isWithin(one, other) && isWithin(other, one);
