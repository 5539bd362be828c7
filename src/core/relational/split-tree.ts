import type { FunctionalDependency, MultivaluedDependency, RelationScheme } from './dependency.ts';
import { dependencyPreservation, type LostDependency } from './dependency-preservation.ts';
import type { SchemePart, SchemeParts } from './scheme-parts.ts';

/** Why something is split in two. What a functional one determines is all of its closure. */
export type SplitViolation =
  | { readonly kind: 'functional'; readonly dependency: FunctionalDependency }
  | { readonly kind: 'multivalued'; readonly dependency: MultivaluedDependency };

/** A scheme or part, and how it was split; nothing of it is violated where it was not. */
export interface SplitNode {
  readonly part: SchemePart;
  readonly split: {
    readonly violation: SplitViolation;
    /** Determinant and dependents, and the determinant with the rest. */
    readonly into: readonly [SplitNode, SplitNode];
  } | null;
}

/** One way to split a scheme until nothing is violated. */
export interface Decomposition {
  readonly tree: SplitNode;
  /** Every split, whole before parts. */
  readonly steps: readonly SplitStep[];
  /** The leaves, without those inside another. */
  readonly parts: readonly SchemePart[];
  /** Functional dependencies of the scheme that no part nor all together guard any more. */
  readonly lost: readonly LostDependency[];
  /** False where the search for violations had to stop early: a part may still hold one. */
  readonly isComplete: boolean;
}

export interface SplitStep {
  readonly whole: readonly string[];
  readonly violation: SplitViolation;
  readonly into: readonly [readonly string[], readonly string[]];
}

export function decompositionOf(
  scheme: RelationScheme,
  { functionalScheme }: SchemeParts,
  tree: SplitNode,
  isComplete: boolean,
): Decomposition {
  const leaves = leavesOf(tree);
  const parts = leaves.filter(
    ({ scheme: { attributes } }, place) =>
      !leaves.some(
        ({ scheme: other }, at) =>
          at !== place &&
          attributes.every((name) => other.attributes.includes(name)) &&
          (other.attributes.length > attributes.length || at < place),
      ),
  );
  const names = parts.map((part) => part.scheme.attributes);
  const { lost } = dependencyPreservation(functionalScheme, names, scheme.functional);
  return { tree, steps: stepsOf(tree), parts, lost, isComplete };
}

function leavesOf({ part, split }: SplitNode): readonly SchemePart[] {
  return split === null ? [part] : split.into.flatMap(leavesOf);
}

function stepsOf({ part, split }: SplitNode): readonly SplitStep[] {
  if (split === null) return [];
  const [one, other] = split.into;
  const into = [one.part.scheme.attributes, other.part.scheme.attributes] as const;
  return [{ whole: part.scheme.attributes, violation: split.violation, into }, ...stepsOf(one), ...stepsOf(other)];
}
