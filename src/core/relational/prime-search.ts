import {
  add,
  difference,
  has,
  isSame,
  placesOf,
  union,
  Universe,
  without,
  type AttributeSet,
} from './attribute-set.ts';
import type { ClosureOperator } from './closure-operator.ts';

/** Closures tried for one attribute before it is left undecided: about a tenth of a second. */
const mostClosures = 20_000;

export interface PrimesOnBits {
  readonly prime: AttributeSet;
  readonly undecided: AttributeSet;
}

/**
 * Which attributes stand in a key, from some or all of the keys. Where the keys are not all, each attribute that is in none
 * of them is looked for: it is prime if and only if some X without it determines it not, but together with it everything.
 * Whether an attribute is prime is NP-complete (Lucchesi & Osborn 1978), so the search may give up.
 */
export function primesOf(
  universe: Universe,
  { keys, isComplete }: { readonly keys: readonly AttributeSet[]; readonly isComplete: boolean },
  closure: ClosureOperator,
): PrimesOnBits {
  const prime = keys.reduce(union, universe.none());
  const undecided = universe.none();
  if (isComplete) return { prime, undecided };
  for (const place of placesOf(difference(universe.all(), prime))) {
    const verdict = isPrime(universe, place, closure);
    if (verdict !== false) add(verdict === null ? undecided : prime, place);
  }
  return { prime, undecided };
}

/** Null where the search gave up. */
function isPrime(universe: Universe, place: number, closure: ClosureOperator): boolean | null {
  const all = universe.all();
  const itself = universe.none();
  add(itself, place);
  let left = mostClosures;
  const close = (from: AttributeSet): AttributeSet => {
    left -= 1;
    return closure(from);
  };
  /** A minimal part of `from` that determines the attribute. */
  const cause = (from: AttributeSet): AttributeSet =>
    placesOf(from).reduce((least, each) => {
      const less = without(least, each);
      return has(close(less), place) ? less : least;
    }, from);
  /** Whether some part of `from` that holds all of `kept` is such an X. */
  const search = (from: AttributeSet, kept: AttributeSet): boolean | null => {
    if (left < 0) return null;
    if (!isSame(close(union(from, itself)), all)) return false;
    if (!has(close(from), place)) return true;
    const held = kept.slice();
    for (const each of placesOf(difference(cause(from), kept))) {
      const found = search(without(from, each), held);
      if (found !== false) return found;
      add(held, each);
    }
    return false;
  };
  return search(without(all, place), universe.none());
}
