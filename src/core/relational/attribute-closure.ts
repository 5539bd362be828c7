import { difference, isEmpty, isSubset, union, Universe, type AttributeSet } from './attribute-set.ts';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';

/** One use of a dependency on the way to a closure. */
export interface ClosureStep {
  readonly dependency: FunctionalDependency;
  /** What was known before it. */
  readonly known: readonly string[];
  /** What it added. */
  readonly added: readonly string[];
}

export interface Closure {
  /** All that the given attributes determine, themselves included. */
  readonly attributes: readonly string[];
  /** How they came in, in an order in which each step has what it needs; only steps that added something. */
  readonly steps: readonly ClosureStep[];
}

/**
 * X⁺ by the textbook's loop (Ullman & Widom, A First Course in Database Systems, 3.2.4). Multivalued dependencies take no
 * part in it: what they imply together with functional ones is in `dependency-basis.ts`.
 */
export function attributeClosure(scheme: Omit<RelationScheme, 'multivalued'>, from: readonly string[]): Closure {
  const universe = new Universe(scheme.attributes);
  let known = universe.setOf(from);
  const steps: ClosureStep[] = [];
  const waiting = scheme.functional.map((dependency) => ({ dependency, ...bitsOf(universe, dependency) }));
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const { dependency, determinant, dependents } of waiting) {
      const added = difference(dependents, known);
      if (isEmpty(added) || !isSubset(determinant, known)) continue;
      steps.push({ dependency, known: universe.namesOf(known), added: universe.namesOf(added) });
      known = union(known, added);
      isNew = true;
    }
  }
  return { attributes: universe.namesOf(known), steps };
}

/** A dependency as bits. */
export interface DependencyBits {
  readonly determinant: AttributeSet;
  readonly dependents: AttributeSet;
}

export function bitsOf(universe: Universe, { determinant, dependents }: FunctionalDependency): DependencyBits {
  return { determinant: universe.setOf(determinant), dependents: universe.setOf(dependents) };
}

/** The closure without its derivation, for who needs many. */
export function closureOf(from: AttributeSet, dependencies: readonly DependencyBits[]): AttributeSet {
  const known = from.slice();
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const { determinant, dependents } of dependencies) {
      if (isSubset(dependents, known) || !isSubset(determinant, known)) continue;
      for (let word = 0; word < known.length; word++) known[word] = (known[word] ?? 0) | (dependents[word] ?? 0);
      isNew = true;
    }
  }
  return known;
}
