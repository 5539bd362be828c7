import { closureOf, type DependencyBits } from './attribute-closure.ts';
import {
  add,
  difference,
  has,
  isSubset,
  placesOf,
  union,
  Universe,
  without,
  type AttributeSet,
} from './attribute-set.ts';
import { isDisjoint } from './dependency-basis.ts';

/**
 * All minimal determinants of each attribute: X → A that is implied, not trivial, and by no part of X alone. Those inside
 * some of the attributes are just the minimal dependencies of the projection onto them, so that one list serves every part
 * of a scheme. Found as Lucchesi & Osborn (Candidate keys for relations, JCSS 17, 1978) find keys, with one attribute in
 * place of all: from a determinant D of A and U → V follows (U ∪ (D − V)) → A.
 *
 * There may be exponentially many: the list has a limit for each attribute.
 */
export interface MinimalDependencies {
  readonly dependencies: readonly DependencyBits[];
  readonly isComplete: boolean;
}

export function minimalDependencies(
  universe: Universe,
  functional: readonly DependencyBits[],
  limit = 200,
): MinimalDependencies {
  const stated = functional.map(({ determinant, dependents }) => ({
    determinant,
    dependents: difference(dependents, determinant),
  }));
  const dependencies: DependencyBits[] = [];
  let isComplete = true;
  for (const place of placesOf(universe.all())) {
    const found = determinantsOf(place, stated, limit + 1);
    if (found.length > limit) isComplete = false;
    const dependents = universe.none();
    add(dependents, place);
    for (const determinant of found.slice(0, limit)) dependencies.push({ determinant, dependents });
  }
  return { dependencies, isComplete };
}

/** Minimal determinants of one attribute, at most so many. */
function determinantsOf(place: number, stated: readonly DependencyBits[], most: number): readonly AttributeSet[] {
  const found: AttributeSet[] = [];
  const take = (determinant: AttributeSet): void => {
    if (found.length === most || found.some((one) => isSubset(one, determinant))) return;
    found.push(leastOf(determinant, place, stated));
  };
  // Whoever determines A does so at last by a dependency that has it on its right, or through those found so far.
  for (const { determinant, dependents } of stated) if (has(dependents, place)) take(determinant);
  for (let at = 0; at < found.length; at++) {
    const known = found[at];
    if (known === undefined || found.length === most) break;
    for (const { determinant, dependents } of stated) {
      if (has(determinant, place) || isDisjoint(known, dependents)) continue;
      take(union(determinant, difference(known, dependents)));
    }
  }
  return found;
}

/** A determinant without what it can spare. */
function leastOf(determinant: AttributeSet, place: number, stated: readonly DependencyBits[]): AttributeSet {
  return placesOf(determinant).reduce((least, spared) => {
    const less = without(least, spared);
    return has(closureOf(less, stated), place) ? less : least;
  }, determinant);
}
