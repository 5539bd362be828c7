import { difference, intersection, isEmpty, isSubset, union, Universe, type AttributeSet } from './attribute-set.ts';
import { closureOperator } from './closure-operator.ts';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';

/**
 * Which functional dependencies of a scheme the keys and dependencies of its parts no longer guard. The closure of a
 * determinant under what holds inside the parts is reached without computing that: again and again, from what a part
 * knows, by what the whole scheme says, to what the part has (Ullman, Principles of Database Systems, algorithm 7.4; Beeri
 * & Honeyman, Preserving Functional Dependencies, SIAM J. Comput. 10(3) 1981). Polynomial. Multivalued dependencies help
 * to imply functional ones inside a part; whether they are kept themselves is left out.
 */
export interface Preservation {
  readonly isPreserving: boolean;
  readonly lost: readonly LostDependency[];
}

export interface LostDependency {
  readonly dependency: FunctionalDependency;
  /** What its determinant still determines when only the parts speak. */
  readonly reached: readonly string[];
  /** The dependents that are not among it. */
  readonly missing: readonly string[];
}

export function dependencyPreservation(
  scheme: RelationScheme,
  parts: readonly (readonly string[])[],
  wanted: readonly FunctionalDependency[] = scheme.functional,
): Preservation {
  const universe = new Universe(scheme.attributes);
  const closure = closureOperator(universe, scheme);
  const sets = parts.map((part) => universe.setOf(part));
  const lost = wanted.flatMap((dependency): readonly LostDependency[] => {
    const dependents = universe.setOf(dependency.dependents);
    const reached = closureInParts(universe.setOf(dependency.determinant), sets, closure);
    if (isSubset(dependents, reached)) return [];
    const missing = universe.namesOf(difference(dependents, reached));
    return [{ dependency, reached: universe.namesOf(reached), missing }];
  });
  return { isPreserving: lost.length === 0, lost };
}

/** What a set determines by the dependencies that hold inside one part each. */
function closureInParts(
  from: AttributeSet,
  parts: readonly AttributeSet[],
  closure: (from: AttributeSet) => AttributeSet,
): AttributeSet {
  let reached = from;
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const part of parts) {
      const added = difference(intersection(closure(intersection(reached, part)), part), reached);
      if (isEmpty(added)) continue;
      reached = union(reached, added);
      isNew = true;
    }
  }
  return reached;
}
