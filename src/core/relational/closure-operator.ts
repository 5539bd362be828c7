import { bitsOf, closureOf } from './attribute-closure.ts';
import type { AttributeSet, Universe } from './attribute-set.ts';
import type { RelationScheme } from './dependency.ts';

/** From a set of attributes to all that it determines. */
export type ClosureOperator = (from: AttributeSet) => AttributeSet;

/** The closure under all that is said of a scheme, on bits, for who needs many. */
export function closureOperator(universe: Universe, scheme: RelationScheme): ClosureOperator {
  const functional = scheme.functional.map((dependency) => bitsOf(universe, dependency));
  return (from) => closureOf(from, functional);
}
