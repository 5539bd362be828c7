import { add, difference, isSubset, placesOf, union, without, type AttributeSet } from './attribute-set.ts';

export interface MinimalSets {
  readonly sets: readonly AttributeSet[];
  /** False where there are more than `limit`, or where the search was given up. */
  readonly isComplete: boolean;
}

export interface MinimalSetsQuestion {
  /** Where to look: all sets are parts of it. */
  readonly within: AttributeSet;
  /** Known to be in each of them. */
  readonly always: AttributeSet;
  /** Whatever holds of a set must hold of each larger one. */
  readonly isEnough: (set: AttributeSet) => boolean;
  readonly limit: number;
  /** How many sets may be asked about. */
  readonly mostAsked: number;
}

/**
 * All minimal sets of attributes of which something holds that holds of larger sets too, where nothing is known but the
 * answer for one set at a time: keys under functional and multivalued dependencies together, the determinants of an
 * attribute. A set that is not known yet lacks something of each that is: so a depth-first search takes one attribute at a
 * time from the first known set that is still whole, as long as enough is left, and cuts what is left down to a set when
 * no known one is whole in it (after Gunopulos et al., Data mining, hypergraph transversals, and machine learning, PODS
 * 1997). Exponential at worst, hence the bound.
 */
export function minimalSets({ within, always, isEnough, limit, mostAsked }: MinimalSetsQuestion): MinimalSets {
  const sets: AttributeSet[] = [];
  let left = mostAsked;
  const asks = (set: AttributeSet): boolean => {
    left -= 1;
    return isEnough(set);
  };
  /** False where it was given up. */
  const search = (from: AttributeSet, kept: AttributeSet): boolean => {
    let known = sets.find((set) => isSubset(set, from));
    if (known === undefined) {
      if (sets.length === limit) return false;
      known = cutDown(from, asks, always);
      sets.push(known);
    }
    const held = kept.slice();
    for (const place of placesOf(difference(known, kept))) {
      if (left < 0) return false;
      const less = without(from, place);
      if (asks(less) && !search(less, held)) return false;
      add(held, place);
    }
    return true;
  };
  const start = union(within, always);
  return { isComplete: !asks(start) || search(start, always), sets };
}

/** Drops attributes, later ones first, until what is left would not be enough without any of them but those of `always`. */
export function cutDown(
  set: AttributeSet,
  isEnough: (set: AttributeSet) => boolean,
  always: AttributeSet | null = null,
): AttributeSet {
  return placesOf(always === null ? set : difference(set, always))
    .toReversed()
    .reduce((least, place) => {
      const less = without(least, place);
      return isEnough(less) ? less : least;
    }, set);
}
