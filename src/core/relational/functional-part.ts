import { closureOf, type DependencyBits } from './attribute-closure.ts';

import { add, difference, has, placesOf, union, Universe, without, type AttributeSet } from './attribute-set.ts';
import { cutDown } from './cut-down.ts';
import type { ClosureOperator } from './closure-operator.ts';
import type { SchemeBits } from './scheme-bits.ts';

/** Sets asked about before the search is given up: some tenths of a second. */
const mostAsked = 10_000;

/**
 * The functional dependencies of a scheme, with those that multivalued ones add: X ↠ W and Z → A imply X → A where A is in
 * W and Z is outside (coalescence: Beeri, Fagin & Howard, SIGMOD 1977). Added are minimal determinants of attributes that
 * some functional dependency has on its right, for no other can be implied (Beeri, TODS 5(3), 1980). A set that determines
 * by functional dependencies nothing more, and more with multivalued ones, has the whole left side of one of these: else
 * none of them would divide anything. So the search goes down from all attributes but one, and gives up none of such a
 * left side; where the attribute follows by functional dependencies, one attribute of a minimal cause must go. Exponential
 * at worst, hence the bound.
 */
export function functionalPart(
  universe: Universe,
  stated: readonly DependencyBits[],
  lefts: readonly AttributeSet[],
  closure: ClosureOperator,
): Pick<SchemeBits, 'functional' | 'isWhole'> {
  const onRight = stated.reduce(
    (all, { determinant, dependents }) => union(all, difference(dependents, determinant)),
    universe.none(),
  );
  const known = [...stated];
  let left = mostAsked;
  const follows = (from: AttributeSet, place: number): boolean => {
    left -= 1;
    return has(closureOf(from, known), place);
  };
  const search = (from: AttributeSet, kept: AttributeSet, place: number): void => {
    if (left < 0 || follows(kept, place)) return;
    if (!follows(from, place)) {
      if (!has(closure(from), place)) return;
      const dependents = universe.none();
      add(dependents, place);
      known.push({ determinant: cutDown(from, (less) => has(closure(less), place)), dependents });
    }
    const cause = cutDown(from, (less) => follows(less, place), kept);
    const held = kept.slice();
    for (const each of placesOf(difference(cause, kept))) {
      search(without(from, each), held, place);
      add(held, each);
    }
  };
  for (const determinant of lefts) {
    for (const place of placesOf(difference(onRight, determinant))) {
      search(without(universe.all(), place), determinant, place);
    }
  }
  if (left >= 0) return { functional: known, isWhole: true };
  // What the left sides determine must be among it: where this breaks no form either, nothing does.
  const determined = lefts.map((determinant) => ({ determinant, dependents: closure(determinant) }));
  return { functional: [...known, ...determined], isWhole: false };
}
