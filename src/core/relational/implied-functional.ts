import { bitsOf, closureOf, type DependencyBits } from './attribute-closure.ts';
import { add, difference, has, placesOf, union, Universe, without } from './attribute-set.ts';
import type { ClosureOperator } from './closure-operator.ts';
import type { RelationScheme } from './dependency.ts';
import { minimalSets } from './minimal-sets.ts';

const mostClosures = 20_000;

export interface ImpliedFunctional {
  /** With them, the functional dependencies imply by themselves what both kinds imply of functional ones. */
  readonly added: readonly DependencyBits[];
  readonly isComplete: boolean;
}

/**
 * The functional dependencies that multivalued ones add: X ↠ A and Z → A imply X → A where Z lies outside what X ↠ A
 * turns over (coalescence, Beeri, Fagin & Howard, SIGMOD 1977). By closures alone: for each attribute that a functional
 * dependency has on its right (no other can be implied, Beeri 1980) its minimal determinants.
 */
export function impliedFunctional(
  universe: Universe,
  scheme: RelationScheme,
  closure: ClosureOperator,
): ImpliedFunctional {
  if (scheme.multivalued.length === 0) return { added: [], isComplete: true };
  const stated = scheme.functional.map((dependency) => bitsOf(universe, dependency));
  const onRight = stated.reduce(
    (all, { determinant, dependents }) => union(all, difference(dependents, determinant)),
    universe.none(),
  );
  const added: DependencyBits[] = [];
  let isComplete = true;
  for (const place of placesOf(onRight)) {
    const { sets, isComplete: isAll } = minimalSets({
      within: without(universe.all(), place),
      always: universe.none(),
      isEnough: (set) => has(closure(set), place),
      limit: 1000,
      mostAsked: mostClosures,
    });
    isComplete &&= isAll;
    const dependents = universe.none();
    add(dependents, place);
    for (const determinant of sets) {
      if (!has(closureOf(determinant, [...stated, ...added]), place)) added.push({ determinant, dependents });
    }
  }
  if (!isComplete) {
    // What their own determinants determine must be among it: without violations of these the relation is in 4NF.
    for (const { determinant } of scheme.multivalued.map((dependency) => bitsOf(universe, dependency))) {
      added.push({ determinant, dependents: closure(determinant) });
    }
  }
  return { added, isComplete };
}
