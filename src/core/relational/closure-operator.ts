import { bitsOf, closureOf } from './attribute-closure.ts';
import { isSame, type AttributeSet, type Universe } from './attribute-set.ts';
import { basisOf, mixedBits } from './dependency-basis.ts';
import type { RelationScheme } from './dependency.ts';

/** From a set of attributes to all that it determines. */
export type ClosureOperator = (from: AttributeSet) => AttributeSet;

/** The closure under all that is said of a scheme, on bits, for who needs many. */
export function closureOperator(universe: Universe, scheme: RelationScheme): ClosureOperator {
  const functional = scheme.functional.map((dependency) => bitsOf(universe, dependency));
  if (scheme.multivalued.length === 0) return (from) => closureOf(from, functional);
  const mixed = mixedBits(universe, scheme);
  return (from) => {
    const known = closureOf(from, functional);
    return isSame(known, mixed.all) ? known : basisOf(mixed, known).determined;
  };
}
