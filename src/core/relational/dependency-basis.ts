import { bitsOf, type DependencyBits } from './attribute-closure.ts';
import {
  add,
  difference,
  has,
  intersection,
  isEmpty,
  isSubset,
  placesOf,
  size,
  Universe,
  type AttributeSet,
} from './attribute-set.ts';
import type { FunctionalDependency, MultivaluedDependency, RelationScheme } from './dependency.ts';

/**
 * What functional and multivalued dependencies imply together. The dependency basis of X divides the other attributes
 * into blocks so that X ↠ Y is implied exactly where Y, without X, is a union of blocks (Beeri, On the Membership Problem
 * for Functional and Multivalued Dependencies in Relational Databases, TODS 5(3) 1980). It is found by refinement: a block
 * that U does not touch is divided by U ↠ V. Polynomial. All multivalued dependencies are of the whole scheme; embedded
 * ones are left out.
 */
export interface DependencyBasis {
  readonly blocks: readonly (readonly string[])[];
  /** X⁺ under both kinds, X included: what was stated and what a multivalued dependency turns into a functional one. */
  readonly determined: readonly string[];
  readonly steps: readonly BasisStep[];
}

/** One block divided. */
export interface BasisStep {
  readonly kind: 'functional' | 'multivalued';
  readonly dependency: FunctionalDependency | MultivaluedDependency;
  readonly block: readonly string[];
  readonly into: readonly (readonly string[])[];
}

export function dependencyBasis(scheme: RelationScheme, from: readonly string[]): DependencyBasis {
  const universe = new Universe(scheme.attributes);
  const mixed = mixedBits(universe, scheme);
  const steps: BasisStep[] = [];
  const { blocks, determined } = basisOf(mixed, universe.setOf(from), (place, block, into) => {
    const dependency = [...scheme.functional, ...scheme.multivalued][place];
    if (dependency === undefined) return;
    const kind = place < scheme.functional.length ? 'functional' : 'multivalued';
    steps.push({ kind, dependency, block: universe.namesOf(block), into: into.map((one) => universe.namesOf(one)) });
  });
  return { blocks: blocks.map((block) => universe.namesOf(block)), determined: universe.namesOf(determined), steps };
}

/** All that the attributes determine by both kinds: where no multivalued dependency is stated, the closure. */
export function mixedClosure(scheme: RelationScheme, from: readonly string[]): readonly string[] {
  const universe = new Universe(scheme.attributes);
  return universe.namesOf(basisOf(mixedBits(universe, scheme), universe.setOf(from)).determined);
}

/** Whether both kinds together imply a functional dependency. */
export function impliesFunctional(scheme: RelationScheme, dependency: FunctionalDependency): boolean {
  return undeterminedBlock(scheme, dependency) === null;
}

/** Whether both kinds together imply a multivalued dependency. A trivial one always is. */
export function impliesMultivalued(scheme: RelationScheme, dependency: MultivaluedDependency): boolean {
  return dividedBlock(scheme, dependency) === null;
}

/**
 * A block of the basis of X that holds some of the dependents and is not determined, null where X → Y is implied. Two rows
 * that differ in every attribute of such a block and in no other satisfy all dependencies, and break this one.
 */
export function undeterminedBlock(
  scheme: RelationScheme,
  { determinant, dependents }: FunctionalDependency,
): readonly string[] | null {
  return blockOf(scheme, determinant, dependents, (block, wanted, determined) => {
    return !isDisjoint(block, wanted) && !isSubset(block, determined);
  });
}

/** A block that the dependents cut through, null where X ↠ Y is implied. Two such rows break X ↠ Y as well. */
export function dividedBlock(
  scheme: RelationScheme,
  { determinant, dependents }: MultivaluedDependency,
): readonly string[] | null {
  return blockOf(scheme, determinant, dependents, (block, wanted) => {
    return !isDisjoint(block, wanted) && !isSubset(block, wanted);
  });
}

function blockOf(
  scheme: RelationScheme,
  determinant: readonly string[],
  dependents: readonly string[],
  isSuch: (block: AttributeSet, wanted: AttributeSet, determined: AttributeSet) => boolean,
): readonly string[] | null {
  const universe = new Universe(scheme.attributes);
  const wanted = universe.setOf(dependents);
  const { blocks, determined } = basisOf(mixedBits(universe, scheme), universe.setOf(determinant));
  const block = blocks.find((one) => isSuch(one, wanted, determined));
  return block === undefined ? null : universe.namesOf(block);
}

/** Both kinds as bits, for who asks often. */
export interface MixedBits {
  readonly all: AttributeSet;
  readonly functional: readonly DependencyBits[];
  readonly multivalued: readonly DependencyBits[];
}

export function mixedBits(universe: Universe, scheme: RelationScheme): MixedBits {
  return {
    all: universe.all(),
    functional: scheme.functional.map((one) => bitsOf(universe, one)),
    multivalued: scheme.multivalued.map((one) => bitsOf(universe, one)),
  };
}

export interface BasisBits {
  readonly blocks: readonly AttributeSet[];
  readonly determined: AttributeSet;
}

type OnDivided = (place: number, block: AttributeSet, into: readonly AttributeSet[]) => void;

export function basisOf(
  { all, functional, multivalued }: MixedBits,
  from: AttributeSet,
  onDivided?: OnDivided,
): BasisBits {
  const rest = difference(all, from);
  let blocks: readonly AttributeSet[] = isEmpty(rest) ? [] : [rest];
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const [place, { determinant, dependents }] of [...functional, ...multivalued].entries()) {
      blocks = blocks.flatMap((block) => {
        if (!isDisjoint(block, determinant) || isDisjoint(block, dependents)) return [block];
        const inside = intersection(block, dependents);
        const outside = difference(block, dependents);
        // U → V says U ↠ A for each A of V.
        const into = [
          ...(place < functional.length ? singles(inside) : [inside]),
          ...(isEmpty(outside) ? [] : [outside]),
        ];
        if (into.length === 1) return [block];
        isNew = true;
        onDivided?.(place, block, into);
        return into;
      });
    }
  }
  // X → A is implied where A is a block alone and some stated dependency determines A from others (Beeri, theorem 3).
  const determined = from.slice();
  for (const block of blocks) {
    const [place] = size(block) === 1 ? placesOf(block) : [];
    if (place === undefined) continue;
    const isDependent = functional.some((one) => has(one.dependents, place) && !has(one.determinant, place));
    if (isDependent) add(determined, place);
  }
  return { blocks, determined };
}

export function isDisjoint(one: AttributeSet, other: AttributeSet): boolean {
  return isEmpty(intersection(one, other));
}

/** Each attribute as a set of its own. */
function singles(set: AttributeSet): readonly AttributeSet[] {
  return placesOf(set).map((place) => {
    const one = new Uint32Array(set.length);
    add(one, place);
    return one;
  });
}
