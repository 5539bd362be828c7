import { bitsOf, type DependencyBits } from './attribute-closure.ts';
import {
  add,
  difference,
  intersection,
  isEmpty,
  isSubset,
  placesOf,
  size,
  union,
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
  /** What some functional dependency determines from others. */
  readonly dependent: AttributeSet;
}

export function mixedBits(universe: Universe, scheme: RelationScheme): MixedBits {
  const functional = scheme.functional.map((one) => bitsOf(universe, one));
  return {
    all: universe.all(),
    functional,
    multivalued: scheme.multivalued.map((one) => bitsOf(universe, one)),
    dependent: functional.reduce(
      (all, { determinant, dependents }) => union(all, difference(dependents, determinant)),
      universe.none(),
    ),
  };
}

export interface BasisBits {
  readonly blocks: readonly AttributeSet[];
  readonly determined: AttributeSet;
}

type OnDivided = (place: number, block: AttributeSet, into: readonly AttributeSet[]) => void;

export function basisOf(
  { all, functional, multivalued, dependent }: MixedBits,
  from: AttributeSet,
  onDivided?: OnDivided,
): BasisBits {
  const rest = difference(all, from);
  const blocks = isEmpty(rest) ? [] : [rest];
  for (let isNew = true; isNew;) {
    isNew = false;
    for (let at = 0; at < functional.length + multivalued.length; at++) {
      const one = functional[at] ?? multivalued[at - functional.length];
      if (one === undefined) continue;
      // What a block is divided into comes behind it, and is not looked at again: the dependency has divided it already.
      for (let place = blocks.length - 1; place >= 0; place--) {
        const block = blocks[place];
        if (block === undefined || !isDisjoint(block, one.determinant) || isDisjoint(block, one.dependents)) continue;
        const into = divided(block, one.dependents, at < functional.length);
        if (into.length === 1) continue;
        isNew = true;
        blocks.splice(place, 1, ...into);
        onDivided?.(at, block, into);
      }
    }
  }
  // X → A is implied where A is a block alone and some stated dependency determines A from others (Beeri, theorem 3).
  const determined = from.slice();
  for (const block of blocks) {
    if (!isSubset(block, dependent) || size(block) > 1) continue;
    for (let word = 0; word < determined.length; word++)
      determined[word] = (determined[word] ?? 0) | (block[word] ?? 0);
  }
  return { blocks, determined };
}

/** The dependents in one piece, or in single attributes where they are functional (U → V says U ↠ A for each A), and what is left. */
function divided(block: AttributeSet, dependents: AttributeSet, isFunctional: boolean): readonly AttributeSet[] {
  const inside = intersection(block, dependents);
  const into = isFunctional ? singles(inside) : [inside];
  return isSubset(block, dependents) ? into : [...into, difference(block, dependents)];
}

export function isDisjoint(one: AttributeSet, other: AttributeSet): boolean {
  for (let word = 0; word < one.length; word++) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return false;
  return true;
}

/** Each attribute as a set of its own. */
function singles(set: AttributeSet): readonly AttributeSet[] {
  return placesOf(set).map((place) => {
    const one = new Uint32Array(set.length);
    add(one, place);
    return one;
  });
}
