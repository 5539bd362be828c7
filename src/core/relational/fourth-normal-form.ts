import { difference, intersection, isSame, isSubset, placesOf, union, type AttributeSet } from './attribute-set.ts';
import { basisOf, mixedBits, type BasisBits, type MixedBits } from './dependency-basis.ts';
import type { MultivaluedDependency, RelationScheme } from './dependency.ts';
import { offendingBlocks } from './multivalued-violations.ts';
import { SchemeParts, wordsOf, type SchemePart } from './scheme-parts.ts';
import { decompositionOf, type Decomposition, type SplitNode, type SplitViolation } from './split-tree.ts';

/**
 * Decomposition into fourth normal form: X ↠ Y whose X is no superkey splits a relation into X with Y and X with the rest
 * (Fagin, TODS 2(3) 1977; Garcia-Molina, Ullman & Widom, 3.6.6); always lossless. A functional violation is one too, and
 * comes first. In a part hold the dependencies X ↠ Y ∩ part and X → Y ∩ part of those that the whole implies with X inside
 * it; X need be made of stated determinants' attributes only, since others divide nothing. Where these are too many to
 * try them all, the answer says so. Join dependencies, and with them fifth normal form, are left out.
 */
export function fourthNormalForm(scheme: RelationScheme): Decomposition {
  const search = new Search(scheme);
  const tree = search.treeOf(search.parts.universe.all());
  return decompositionOf(scheme, search.parts, tree, search.isComplete);
}

/** One step by a multivalued dependency: determinant with dependents, determinant with the rest; null where it is trivial. */
export function splitByMultivalued(
  scheme: RelationScheme,
  { determinant, dependents }: MultivaluedDependency,
): readonly [SchemePart, SchemePart] | null {
  const parts = new SchemeParts(scheme);
  const { universe } = parts;
  const from = universe.setOf(determinant);
  const one = union(from, universe.setOf(dependents));
  if (isSame(one, from) || isSame(one, universe.all())) return null;
  return [parts.partOf(one), parts.partOf(union(from, difference(universe.all(), one)))];
}

/** Determinants tried in one part: under a second. */
const mostDeterminants = 5000;

interface Found {
  readonly kind: SplitViolation['kind'];
  readonly determinant: AttributeSet;
  readonly dependents: AttributeSet;
}

class Search {
  readonly parts: SchemeParts;
  readonly #mixed: MixedBits;
  readonly #bases = new Map<string, BasisBits>();
  isComplete: boolean;

  constructor(scheme: RelationScheme) {
    this.parts = new SchemeParts(scheme);
    this.isComplete = this.parts.isComplete;
    this.#mixed = mixedBits(this.parts.universe, scheme);
  }

  treeOf(set: AttributeSet): SplitNode {
    const part = this.parts.partOf(set);
    const found = this.#violationIn(set);
    if (found === null) return { part, split: null };
    const { kind, determinant, dependents } = found;
    const { universe } = this.parts;
    const violation = {
      kind,
      dependency: { determinant: universe.namesOf(determinant), dependents: universe.namesOf(dependents) },
    };
    const one = this.treeOf(union(determinant, dependents));
    const other = this.treeOf(difference(set, dependents));
    return { part, split: { violation, into: [one, other] } };
  }

  #violationIn(set: AttributeSet): Found | null {
    const [functional] = this.parts.violationsIn(set);
    if (functional !== undefined) {
      const { determinant, closure } = functional;
      return { kind: 'functional', determinant, dependents: difference(closure, determinant) };
    }
    // Functional dependencies alone imply no multivalued one that is not a functional one from one of its sides.
    if (this.#mixed.multivalued.length === 0) return null;
    for (const determinant of this.#determinantsIn(set)) {
      const { blocks, determined } = this.#basisOf(determinant);
      if (isSubset(set, determined)) continue;
      const stated = this.#mixed.multivalued
        .filter((one) => isSame(one.determinant, determinant))
        .map(({ dependents }) => intersection(dependents, set));
      const [block] = offendingBlocks({ blocks, determined }, set, stated);
      if (block !== undefined) return { kind: 'multivalued', determinant, dependents: block };
    }
    return null;
  }

  #basisOf(determinant: AttributeSet): BasisBits {
    const words = wordsOf(determinant);
    const basis = this.#bases.get(words) ?? basisOf(this.#mixed, determinant);
    this.#bases.set(words, basis);
    return basis;
  }

  /** Stated ones first, then all that can be made of their attributes, small ones first. */
  *#determinantsIn(set: AttributeSet): Generator<AttributeSet> {
    const stated = [...this.#mixed.multivalued, ...this.#mixed.functional].map(({ determinant }) => determinant);
    for (const determinant of stated) if (isSubset(determinant, set)) yield determinant;
    const places = placesOf(intersection(stated.reduce(union, this.parts.universe.none()), set));
    let tried = 0;
    let level: readonly (readonly number[])[] = [[]];
    while (level.length > 0) {
      for (const chosen of level) {
        if (tried === mostDeterminants) {
          this.isComplete = false;
          return;
        }
        tried += 1;
        yield this.parts.universe.setOf(chosen.map((place) => this.parts.universe.names[place] ?? ''));
      }

      level = level.flatMap((chosen) =>
        places.filter((place) => place > (chosen.at(-1) ?? -1)).map((place) => [...chosen, place]),
      );
    }
  }
}
