import { bitsOf, closureOf, type DependencyBits } from './attribute-closure.ts';
import {
  intersection,
  difference,
  isEmpty,
  isSame,
  isSubset,
  size,
  type Universe,
  type AttributeSet,
} from './attribute-set.ts';
import { candidateKeys, type CandidateKeys } from './candidate-keys.ts';
import type { FunctionalDependency, MultivaluedDependency, RelationScheme } from './dependency.ts';
import { minimalCover } from './minimal-cover.ts';
import { minimalDependencies } from './minimal-dependencies.ts';
import { project } from './projection.ts';
import { schemeBits } from './scheme-bits.ts';

/** Some attributes of a scheme as a scheme of their own, with what the whole says about them. */
export interface SchemePart {
  /**
   * Its functional dependencies are a minimal cover of all that hold in it. Of the multivalued ones it has those stated of
   * the whole whose determinant lies in it, cut to it.
   */
  readonly scheme: RelationScheme;
  readonly keys: CandidateKeys['keys'];
  /** False where the whole has too many dependencies to see all that hold in the part, or the part too many keys. */
  readonly isComplete: boolean;
}

/** A set of a part's attributes that determines some others of the part, and not all: it breaks BCNF. */
export interface PartViolation {
  readonly determinant: AttributeSet;
  /** Its closure inside the part. */
  readonly closure: AttributeSet;
}

/** Stated and added dependencies up to which a projection is resolved. */
const mostResolved = 100;

/** Answers what holds in any part of one scheme, from one list of the scheme's minimal dependencies. */
export class SchemeParts {
  readonly universe: Universe;
  /** Whether every violation is seen. */
  readonly isComplete: boolean;
  /** The scheme with what its multivalued dependencies turn into functional ones, and without them. */
  readonly functionalScheme: RelationScheme;
  /** Whether all functional dependencies that multivalued ones add are there. */
  readonly #isKnown: boolean;
  readonly #multivalued: readonly MultivaluedDependency[];
  readonly #minimal: readonly DependencyBits[];
  /** Each determinant of a minimal dependency once, with its closure; those stated first, then smaller ones. */
  readonly #determinants: readonly PartViolation[];

  constructor(scheme: RelationScheme) {
    const { universe, functional, isWhole } = schemeBits(scheme);
    this.universe = universe;
    this.#multivalued = scheme.multivalued;
    const stated = scheme.functional.map((one) => bitsOf(this.universe, one));
    const { dependencies, isComplete } = minimalDependencies(this.universe, functional);
    this.#isKnown = isWhole;
    this.isComplete = isComplete && isWhole;
    const places = new Map(stated.map(({ determinant }, at) => [wordsOf(determinant), at]));
    const placeOf = (set: AttributeSet): number => places.get(wordsOf(set)) ?? stated.length + size(set);
    this.#minimal = dependencies.toSorted((one, other) => placeOf(one.determinant) - placeOf(other.determinant));
    const each = new Map(this.#minimal.map(({ determinant }) => [wordsOf(determinant), determinant]));
    this.#determinants = [...each.values()].map((determinant) => ({
      determinant,
      closure: closureOf(determinant, functional),
    }));
    this.functionalScheme = {
      attributes: scheme.attributes,
      functional: functional.map((one) => this.#named(one)),
      multivalued: [],
    };
  }

  /** The minimal determinants that break BCNF in a part, each with its closure there. */
  violationsIn(part: AttributeSet): readonly PartViolation[] {
    return this.#determinants
      .filter(({ determinant }) => isSubset(determinant, part))
      .map(({ determinant, closure }) => ({ determinant, closure: intersection(closure, part) }))
      .filter(({ determinant, closure }) => !isSame(determinant, closure) && !isSame(closure, part));
  }

  partOf(part: AttributeSet): SchemePart {
    const attributes = this.universe.namesOf(part);
    // Where multivalued dependencies add hundreds of functional ones, the list at hand is quicker than resolution.
    const isMany = this.functionalScheme.functional.length > mostResolved;
    const projected = isMany ? null : project(this.functionalScheme, attributes);
    const functional = projected?.ok === true ? projected.value : this.#foundIn(part);
    const scheme = { attributes, functional, multivalued: this.#multivaluedIn(part) };
    const { keys, isComplete } = candidateKeys(scheme);
    return { scheme, keys, isComplete: isComplete && this.#isKnown && (projected?.ok === true || this.isComplete) };
  }

  /** Where a projection is too large: what the minimal dependencies that were found say of the part. */
  #foundIn(part: AttributeSet): readonly FunctionalDependency[] {
    const chosen: DependencyBits[] = [];
    for (const one of this.#minimal) {
      if (!isSubset(one.determinant, part) || !isSubset(one.dependents, part)) continue;
      if (!isSubset(one.dependents, closureOf(one.determinant, chosen))) chosen.push(one);
    }
    const functional = chosen.map((one) => this.#named(one));
    return minimalCover({ attributes: this.universe.namesOf(part), functional }).merged;
  }

  #multivaluedIn(part: AttributeSet): readonly MultivaluedDependency[] {
    return this.#multivalued.flatMap((one) => {
      const determinant = this.universe.setOf(one.determinant);
      const dependents = difference(intersection(this.universe.setOf(one.dependents), part), determinant);
      const rest = difference(difference(part, determinant), dependents);
      const isTrivial = isEmpty(dependents) || isEmpty(rest);
      return isTrivial || !isSubset(determinant, part) ? [] : [this.#named({ determinant, dependents })];
    });
  }

  #named({ determinant, dependents }: DependencyBits): FunctionalDependency {
    return { determinant: this.universe.namesOf(determinant), dependents: this.universe.namesOf(dependents) };
  }
}

/** A set as a key of a map. */
export function wordsOf(set: AttributeSet): string {
  return set.join(' ');
}

/** Without those inside another, and each once, in the order they come in. */
export function largestOf(sets: readonly AttributeSet[]): readonly AttributeSet[] {
  return sets.filter(
    (one, place) =>
      !sets.some((other, at) => at !== place && isSubset(one, other) && (!isSame(one, other) || at < place)),
  );
}
