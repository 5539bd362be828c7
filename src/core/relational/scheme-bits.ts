import { bitsOf, closureOf, type DependencyBits } from './attribute-closure.ts';
import { Universe } from './attribute-set.ts';
import { closureOperator, type ClosureOperator } from './closure-operator.ts';
import type { RelationScheme } from './dependency.ts';
import { functionalPart } from './functional-part.ts';

/** A scheme as bits, for what asks for many closures. */
export interface SchemeBits {
  readonly universe: Universe;
  /** Under all that is said of the scheme. */
  readonly closure: ClosureOperator;
  /** What is stated of functional dependencies, and enough more that it implies what multivalued ones add to it. */
  readonly functional: readonly DependencyBits[];
  /** False where what multivalued dependencies add would take too long to find. */
  readonly isWhole: boolean;
}

export function schemeBits(scheme: RelationScheme): SchemeBits {
  const universe = new Universe(scheme.attributes);
  const stated = scheme.functional.map((dependency) => bitsOf(universe, dependency));
  const closure = closureOperator(universe, scheme);
  const lefts = scheme.multivalued.map(({ determinant }) => universe.setOf(determinant));
  const { functional, isWhole } = functionalPart(universe, stated, lefts, closure);
  return { universe, functional, isWhole, closure: isWhole ? (from) => closureOf(from, functional) : closure };
}
