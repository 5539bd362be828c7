import { attributeClosure, type ClosureStep } from './attribute-closure.ts';
import type { FunctionalDependency } from './dependency.ts';

/**
 * Whether functional dependencies imply one more: whether the closure of its determinant holds its dependents. What
 * multivalued ones imply besides is in `dependency-basis.ts`.
 */
export function implies(functional: readonly FunctionalDependency[], one: FunctionalDependency): boolean {
  const closure = attributeClosure({ attributes: namesIn([one, ...functional]), functional }, one.determinant);
  return one.dependents.every((name) => closure.attributes.includes(name));
}

/**
 * By which dependencies `one` is implied, in an order in which each has what it needs and with none that is not needed
 * for it; empty where it is trivial, null where it is not implied.
 */
export function derivationOf(
  functional: readonly FunctionalDependency[],
  one: FunctionalDependency,
): readonly ClosureStep[] | null {
  const attributes = namesIn([one, ...functional]);
  const stepsBy = (some: readonly FunctionalDependency[]): readonly ClosureStep[] | null => {
    const closure = attributeClosure({ attributes, functional: some }, one.determinant);
    return one.dependents.every((name) => closure.attributes.includes(name)) ? closure.steps : null;
  };
  let steps = stepsBy(functional);
  for (const { dependency } of steps?.toReversed() ?? []) {
    const used = (steps ?? []).map((step) => step.dependency);
    steps = stepsBy(used.filter((each) => each !== dependency)) ?? steps;
  }
  return steps;
}

/** Two sets of dependencies, and what keeps them from saying the same. */
export interface Equivalence {
  readonly isEquivalent: boolean;
  /** Of the second set, not implied by the first. */
  readonly firstLacks: readonly FunctionalDependency[];
  /** Of the first set, not implied by the second. */
  readonly secondLacks: readonly FunctionalDependency[];
}

export function equivalence(
  first: readonly FunctionalDependency[],
  second: readonly FunctionalDependency[],
): Equivalence {
  const firstLacks = second.filter((dependency) => !implies(first, dependency));
  const secondLacks = first.filter((dependency) => !implies(second, dependency));
  return { isEquivalent: firstLacks.length === 0 && secondLacks.length === 0, firstLacks, secondLacks };
}

function namesIn(dependencies: readonly FunctionalDependency[]): readonly string[] {
  return [...new Set(dependencies.flatMap(({ determinant, dependents }) => [...determinant, ...dependents]))];
}
