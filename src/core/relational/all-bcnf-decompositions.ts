import { difference, placesOf, union, type AttributeSet } from './attribute-set.ts';
import { dependencyPreservation, type LostDependency } from './dependency-preservation.ts';
import type { RelationScheme } from './dependency.ts';
import { largestOf, SchemeParts, wordsOf } from './scheme-parts.ts';

/** What may come of splitting, whatever the order. */
export interface BcnfResult {
  /** None inside another. */
  readonly parts: readonly (readonly string[])[];
  readonly lost: readonly LostDependency[];
}

export interface BcnfResults {
  /** Those that lose least first, then those of fewer parts. */
  readonly results: readonly BcnfResult[];
  /** False where there are more than were asked for, or more ways than were tried. */
  readonly isComplete: boolean;
}

/** Relations split in more than one way; beyond them only the first violation of each is taken. */
const mostWholes = 2000;

/**
 * All distinct results of splitting into BCNF (see `bcnf-decomposition.ts`) by any order of minimal determinants, each with
 * the whole of its closure: the parts that any choice of violation leads to, as sets. Splits by a determinant that has more
 * than it needs, or by a piece of a closure, are left out: they only make parts larger or more.
 *
 * What becomes of a set of attributes does not depend on how it came about, so each is split once. The results may be
 * exponentially many.
 */
export function allBcnfDecompositions(scheme: RelationScheme, limit = 100): BcnfResults {
  const parts = new SchemeParts(scheme);
  const search = new Search(parts, limit);
  const results = search.resultsOf(parts.universe.all()).map((sets): BcnfResult => {
    const names = sets.map((set) => parts.universe.namesOf(set));
    return { parts: names, lost: dependencyPreservation(parts.functionalScheme, names, scheme.functional).lost };
  });
  return {
    results: results.toSorted(
      (one, other) => one.lost.length - other.lost.length || one.parts.length - other.parts.length,
    ),
    isComplete: search.isComplete && parts.isComplete,
  };
}

type Sets = readonly AttributeSet[];

class Search {
  readonly #parts: SchemeParts;
  readonly #limit: number;
  readonly #known = new Map<string, readonly Sets[]>();
  isComplete = true;

  constructor(parts: SchemeParts, limit: number) {
    this.#parts = parts;
    this.#limit = limit;
  }

  resultsOf(whole: AttributeSet): readonly Sets[] {
    const words = wordsOf(whole);
    const known = this.#known.get(words);
    if (known !== undefined) return known;
    const results = this.#split(whole);
    this.#known.set(words, results);
    return results;
  }

  #split(whole: AttributeSet): readonly Sets[] {
    const violations = this.#parts.violationsIn(whole);
    if (violations.length === 0) return [[whole]];
    const isLate = this.#known.size >= mostWholes;
    if (isLate && violations.length > 1) this.isComplete = false;
    const found = new Map<string, Sets>();
    for (const { determinant, closure } of isLate ? violations.slice(0, 1) : violations) {
      const rest = union(determinant, difference(whole, closure));
      for (const one of this.resultsOf(closure)) {
        for (const other of this.resultsOf(rest)) {
          const sets = largestOf([...one, ...other]).toSorted(inOrder);
          const words = sets.map(wordsOf).join(' | ');
          if (found.has(words)) continue;
          if (found.size === this.#limit) {
            this.isComplete = false;
            return [...found.values()];
          }
          found.set(words, sets);
        }
      }
    }
    return [...found.values()];
  }
}

/** By the places of their attributes, as words in a dictionary. */
function inOrder(one: AttributeSet, other: AttributeSet): number {
  const [places, others] = [placesOf(one), placesOf(other)];
  const first = places.findIndex((place, at) => place !== others[at]);
  return first === -1 ? -1 : (places[first] ?? 0) - (others[first] ?? Infinity);
}
