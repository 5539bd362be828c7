import { add, difference, has, isSame, placesOf, union, without, type AttributeSet } from './attribute-set.ts';
import { cutDown } from './cut-down.ts';
import type { SchemeBits } from './scheme-bits.ts';

/** How many closures may still be tried: shared by the searches of one question, and changed by them. */
export interface SearchBudget {
  left: number;
}

/** Some tenths of a second in all. */
export function searchBudget({ isWhole }: SchemeBits): SearchBudget {
  return { left: isWhole ? 30_000 : 2000 };
}

export type KeySearch =
  | { readonly found: 'key'; readonly superkey: AttributeSet }
  | { readonly found: 'none' }
  | { readonly found: 'unknown' };

/**
 * Looks for a candidate key that holds all of `wanted`, without the list of all keys: for a superkey in which none of them
 * follows from the rest, so that each key in it has them all. Where one follows, something it follows from must go: one
 * branch for each attribute of a minimal cause. Whether an attribute is in a key is NP-complete already (Lucchesi &
 * Osborn 1978), so the search may give up.
 */
export function keyAround({ universe, closure }: SchemeBits, wanted: AttributeSet, budget: SearchBudget): KeySearch {
  const all = universe.all();
  const close = (from: AttributeSet): AttributeSet => {
    budget.left -= 1;
    return closure(from);
  };
  const search = (from: AttributeSet, kept: AttributeSet): KeySearch => {
    if (budget.left < 0) return { found: 'unknown' };
    if (!isSame(close(from), all)) return { found: 'none' };
    const spare = placesOf(wanted).find((place) => has(close(without(from, place)), place));
    if (spare === undefined) return { found: 'key', superkey: from };
    const held = kept.slice();
    for (const place of placesOf(
      difference(
        cutDown(without(from, spare), (part) => has(close(part), spare)),
        kept,
      ),
    )) {
      const result = search(without(from, place), held);
      if (result.found !== 'none') return result;
      add(held, place);
    }
    return { found: 'none' };
  };
  return search(all, wanted);
}

export interface PrimesOnBits {
  readonly prime: AttributeSet;
  readonly undecided: AttributeSet;
}

/** Which attributes stand in a key. Where the keys are not all, each attribute that is in none of them is looked for. */
export function primesOf(
  bits: SchemeBits,
  { keys, isComplete }: { readonly keys: readonly AttributeSet[]; readonly isComplete: boolean },
  budget: SearchBudget,
): PrimesOnBits {
  const { universe } = bits;
  const prime = keys.reduce(union, universe.none());
  const undecided = universe.none();
  if (isComplete) return { prime, undecided };
  for (const place of placesOf(difference(universe.all(), prime))) {
    const itself = universe.none();
    add(itself, place);
    const { found } = keyAround(bits, itself, budget);
    if (found !== 'none') add(found === 'key' ? prime : undecided, place);
  }
  return { prime, undecided };
}
