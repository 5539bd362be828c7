import { bitsOf, type DependencyBits } from './attribute-closure.ts';
import {
  difference,
  intersection,
  isEmpty,
  isSame,
  isSubset,
  placesOf,
  size,
  union,
  Universe,
  type AttributeSet,
} from './attribute-set.ts';
import { closureOperator, type ClosureOperator } from './closure-operator.ts';
import type { RelationScheme } from './dependency.ts';
import { primesOf } from './key-search.ts';
import { cutDown, minimalSets } from './minimal-sets.ts';

/** Closures under multivalued dependencies, which cost more, before the search for keys is given up. */
const mostMixedClosures = 50_000;

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
 * Multivalued dependencies can imply functional ones that nobody stated; where there are some, the keys are searched for by
 * closures alone.
 *
 * O(keys · dependencies · (keys + attributes · closure)). Whether there are many cannot be told beforehand: n pairs of
 * attributes that determine each other have 2ⁿ.
 */
export function candidateKeys(scheme: RelationScheme, limit = 1000): CandidateKeys {
  const universe = new Universe(scheme.attributes);
  const { keys, isComplete } = keysOnBits(universe, scheme, closureOperator(universe, scheme), limit);
  return { keys: keys.map((key) => universe.namesOf(key)), isComplete };
}

export interface KeysOnBits {
  readonly keys: readonly AttributeSet[];
  readonly isComplete: boolean;
}

export function keysOnBits(
  universe: Universe,
  scheme: RelationScheme,
  closure: ClosureOperator,
  limit: number,
): KeysOnBits {
  const dependencies = nontrivial(scheme.functional.map((dependency) => bitsOf(universe, dependency)));
  const all = universe.all();
  const always = attributesOfEveryKey(universe, dependencies);
  const never = attributesOfNoKey(universe, scheme, dependencies);
  const isEnough = (set: AttributeSet): boolean => isSame(closure(set), all);
  if (scheme.multivalued.length > 0) {
    const found = minimalSets({
      within: difference(all, never),
      always,
      isEnough,
      limit,
      mostAsked: mostMixedClosures,
    });
    return { keys: found.sets.toSorted(inKeyOrder), isComplete: found.isComplete };
  }
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
  return { keys: keys.toSorted(inKeyOrder), isComplete: true };
}

function attributesOfEveryKey(universe: Universe, dependencies: readonly DependencyBits[]): AttributeSet {
  return difference(universe.all(), sideOf(universe, dependencies, 'dependents'));
}

function attributesOfNoKey(
  universe: Universe,
  { multivalued }: RelationScheme,
  dependencies: readonly DependencyBits[],
): AttributeSet {
  const onRight = sideOf(universe, dependencies, 'dependents');
  const all = [...dependencies, ...multivalued.map((dependency) => bitsOf(universe, dependency))];
  return difference(onRight, sideOf(universe, all, 'determinant'));
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
  const universe = new Universe(scheme.attributes);
  const closure = closureOperator(universe, scheme);
  const found = keysOnBits(universe, scheme, closure, limit);
  const { prime, undecided } = primesOf(universe, found, closure);
  return { prime: universe.namesOf(prime), undecided: universe.namesOf(undecided) };
}
