import { difference, isSame, union, Universe, type AttributeSet } from './attribute-set.ts';
import { closureOperator } from './closure-operator.ts';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';
import { SchemeParts, type SchemePart } from './scheme-parts.ts';
import { decompositionOf, type Decomposition, type SplitNode } from './split-tree.ts';

/**
 * Decomposition into Boyce–Codd normal form: X → Y that X does not make a superkey splits a relation into X⁺ and X with the
 * rest (Codd 1974; Garcia-Molina, Ullman & Widom 3.3.4, algorithm 3.20). Always lossless; which dependencies are lost, and
 * which parts come of it, depends on the choices. Violations in parts may be implied ones: all minimal ones are looked at,
 * so that no part is left with one unless there are too many, which the answer then says. That a part is in BCNF is
 * coNP-complete to tell (Beeri & Bernstein 1979).
 */
export function bcnfDecomposition(scheme: RelationScheme): Decomposition {
  const parts = new SchemeParts(scheme);
  return decompositionOf(scheme, parts, treeOf(parts, parts.universe.all()), parts.isComplete);
}

/** One step. */
export interface Split {
  /** With all that its determinant determines. */
  readonly violation: FunctionalDependency;
  /** X⁺, and X with the rest. */
  readonly into: readonly [SchemePart, SchemePart];
}

/** Splits by the determinant of a violation; null where it determines nothing more or everything, and so violates nothing. */
export function splitBy(
  scheme: RelationScheme,
  { determinant }: Pick<FunctionalDependency, 'determinant'>,
): Split | null {
  const universe = new Universe(scheme.attributes);
  const from = universe.setOf(determinant);
  const closure = closureOperator(universe, scheme)(from);
  if (isSame(closure, from) || isSame(closure, universe.all())) return null;
  const parts = new SchemeParts(scheme);
  const rest = union(from, difference(universe.all(), closure));
  return {
    violation: { determinant: universe.namesOf(from), dependents: universe.namesOf(difference(closure, from)) },
    into: [parts.partOf(closure), parts.partOf(rest)],
  };
}

/** Splits by the first violation as long as there is one; stated dependencies come before implied ones. */
function treeOf(parts: SchemeParts, set: AttributeSet): SplitNode {
  const part = parts.partOf(set);
  const [violation] = parts.violationsIn(set);
  if (violation === undefined) return { part, split: null };
  const { determinant, closure } = violation;
  const dependency = {
    determinant: parts.universe.namesOf(determinant),
    dependents: parts.universe.namesOf(difference(closure, determinant)),
  };
  const rest = union(determinant, difference(set, closure));
  return {
    part,
    split: { violation: { kind: 'functional', dependency }, into: [treeOf(parts, closure), treeOf(parts, rest)] },
  };
}
