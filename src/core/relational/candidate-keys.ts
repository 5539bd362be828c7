import type { DependencyBits } from './attribute-closure.ts';
import {
  difference,
  intersection,
  isEmpty,
  isSame,
  isSubset,
  placesOf,
  size,
  union,
  type Universe,
  type AttributeSet,
} from './attribute-set.ts';
import { cutDown } from './cut-down.ts';
import type { RelationScheme } from './dependency.ts';
import { primesOf, searchBudget } from './key-search.ts';
import { schemeBits, type SchemeBits } from './scheme-bits.ts';

export interface CandidateKeys {
  /** Smaller ones first, then in the order of the scheme. */
  readonly keys: readonly (readonly string[])[];
  /** False where there are more keys than were asked for, or where the search for them was given up. */
  readonly isComplete: boolean;
}

/**
 * All candidate keys, or `limit` of them. From a key K and a dependency X → Y follows the superkey X ∪ (K − Y); whoever
 * goes on from each key in this way, cutting each superkey down to a key unless it holds one that is known, finds them all
 * (Lucchesi & Osborn, Candidate keys for relations, JCSS 17, 1978). An attribute that no dependency has on its right is in
 * every key, and one that none has on its left but some on its right is in no key (Saiedian & Spencer, The Computer
 * Journal 39, 1996), which leaves less to cut.
 *
 * Multivalued dependencies can imply functional ones that nobody stated: those are found first.
 *
 * O(keys · dependencies · (keys + attributes · closure)). Whether there are many cannot be told beforehand: n pairs of
 * attributes that determine each other have 2ⁿ.
 */
export function candidateKeys(scheme: RelationScheme, limit = 1000): CandidateKeys {
  const bits = schemeBits(scheme);
  const { keys, isComplete } = keysOnBits(bits, limit);
  return { keys: keys.map((key) => bits.universe.namesOf(key)), isComplete };
}

export interface KeysOnBits {
  readonly keys: readonly AttributeSet[];
  readonly isComplete: boolean;
}

export function keysOnBits({ universe, closure, functional, isWhole }: SchemeBits, limit: number): KeysOnBits {
  const dependencies = nontrivial(functional);
  const all = universe.all();
  const always = attributesOfEveryKey(universe, dependencies);
  const never = attributesOfNoKey(universe, dependencies);
  const isEnough = (set: AttributeSet): boolean => isSame(closure(set), all);
  const cut = (superkey: AttributeSet): AttributeSet => cutDown(difference(superkey, never), isEnough, always);
  const keys = [cut(all)];
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] ?? universe.none();
    for (const { determinant, dependents } of dependencies) {
      if (isEmpty(intersection(key, dependents))) continue;
      const superkey = difference(union(determinant, difference(key, dependents)), never);
      if (keys.some((known) => isSubset(known, superkey))) continue;
      if (keys.length === limit) return { keys: keys.toSorted(inKeyOrder), isComplete: false };
      keys.push(cut(superkey));
    }
  }
  return { keys: keys.toSorted(inKeyOrder), isComplete: isWhole };
}

function attributesOfEveryKey(universe: Universe, dependencies: readonly DependencyBits[]): AttributeSet {
  return difference(universe.all(), sideOf(universe, dependencies, 'dependents'));
}

function attributesOfNoKey(universe: Universe, dependencies: readonly DependencyBits[]): AttributeSet {
  const onRight = sideOf(universe, dependencies, 'dependents');
  return difference(onRight, sideOf(universe, dependencies, 'determinant'));
}

function sideOf(universe: Universe, dependencies: readonly DependencyBits[], side: keyof DependencyBits): AttributeSet {
  return dependencies.reduce((all, dependency) => union(all, dependency[side]), universe.none());
}

/** Right sides without what stands on the left already; dependencies that then say nothing are left out. */
function nontrivial(dependencies: readonly DependencyBits[]): readonly DependencyBits[] {
  return dependencies
    .map(({ determinant, dependents }) => ({ determinant, dependents: difference(dependents, determinant) }))
    .filter(({ dependents }) => !isEmpty(dependents));
}

/** Smaller ones first, then in the order of the scheme. */
export function inKeyOrder(one: AttributeSet, other: AttributeSet): number {
  const bySize = size(one) - size(other);
  if (bySize !== 0) return bySize;
  const [places, others] = [placesOf(one), placesOf(other)];
  const first = places.findIndex((place, index) => place !== others[index]);
  return first === -1 ? 0 : (places[first] ?? 0) - (others[first] ?? 0);
}

export interface PrimeAttributes {
  /** In at least one candidate key. */
  readonly prime: readonly string[];
  /** Of which it could not be told within the limit: not in the keys that were found, but those are not all. */
  readonly undecided: readonly string[];
}

/** The attributes of all candidate keys: from the keys, and where those are too many by a search for each attribute. */
export function primeAttributes(scheme: RelationScheme, limit = 1000): PrimeAttributes {
  const bits = schemeBits(scheme);
  const { prime, undecided } = primesOf(bits, keysOnBits(bits, limit), searchBudget(bits));
  return { prime: bits.universe.namesOf(prime), undecided: bits.universe.namesOf(undecided) };
}
