import { bitsOf, closureOf, type DependencyBits } from './attribute-closure.ts';
import { isSame, isSubset, union, type AttributeSet, type Universe } from './attribute-set.ts';
import { candidateKeys } from './candidate-keys.ts';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';
import { minimalCover, type MinimalCover } from './minimal-cover.ts';
import { largestOf, SchemeParts, wordsOf, type SchemePart } from './scheme-parts.ts';

/**
 * Synthesis of relations in third normal form: a minimal cover, a relation for each determinant, and a key where none of
 * them holds one (Bernstein, Synthesizing Third Normal Form Relations from Functional Dependencies, TODS 1(4) 1976; the key
 * by Biskup, Dayal & Bernstein, SIGMOD 1979; Elmasri & Navathe, algorithm 15.4). Lossless and preserving. Which relations
 * come of it depends on the cover. Multivalued dependencies count for the functional ones they imply.
 */
export interface Synthesis {
  readonly cover: MinimalCover;
  readonly groups: readonly SynthesisGroup[];
  /** The key that became a part of its own because no group holds a key; null where one does. */
  readonly addedKey: readonly string[] | null;
  /** Parts inside another, left out. */
  readonly dropped: readonly { readonly attributes: readonly string[]; readonly inside: readonly string[] }[];
  readonly parts: readonly SchemePart[];
}

/** Dependencies that become one relation. */
export interface SynthesisGroup {
  /** Several only where equivalent ones are merged. */
  readonly determinants: readonly (readonly string[])[];
  readonly dependencies: readonly FunctionalDependency[];
  readonly attributes: readonly string[];
}

export interface SynthesisOptions {
  /**
   * Determinants that determine each other share a relation, as Bernstein has it: fewer relations, with several keys.
   * Without it each determinant has its own, as most textbooks do.
   */
  readonly mergeEquivalent?: boolean;
}

export function synthesizeThirdNormalForm(
  scheme: RelationScheme,
  { mergeEquivalent = false }: SynthesisOptions = {},
): Synthesis {
  const parts = new SchemeParts(scheme);
  const { universe } = parts;
  const cover = minimalCover(parts.functionalScheme);
  const bits = cover.cover.map((one) => bitsOf(universe, one));
  const drafts = groupsOf(bits, mergeEquivalent);
  const merged = mergeEquivalent ? withoutTransitive(drafts) : drafts;
  const sets = merged.map(({ determinants, dependencies }) =>
    [...determinants, ...dependencies.map(({ dependents }) => dependents)].reduce(union, universe.none()),
  );
  const holdsKey = sets.some((set) => isSame(closureOf(set, bits), universe.all()));
  const addedKey = holdsKey ? null : (candidateKeys(parts.functionalScheme, 1).keys[0] ?? scheme.attributes);
  const all = [...sets, ...(addedKey === null ? [] : [universe.setOf(addedKey)])];
  const kept = largestOf(all);
  return {
    cover,
    groups: merged.map((group, place) => namedGroup(universe, group, sets[place] ?? universe.none())),
    addedKey,
    dropped: all
      .filter((set) => !kept.includes(set))
      .map((set) => ({
        attributes: universe.namesOf(set),
        inside: universe.namesOf(kept.find((one) => isSubset(set, one)) ?? set),
      })),
    parts: kept.map((set) => parts.partOf(set)),
  };
}

interface Group {
  readonly determinants: readonly AttributeSet[];
  readonly dependencies: readonly DependencyBits[];
}

/** By determinant, or by closure of the determinant: equal closures determine each other. */
function groupsOf(cover: readonly DependencyBits[], mergeEquivalent: boolean): readonly Group[] {
  const groups = new Map<string, { determinants: AttributeSet[]; dependencies: DependencyBits[] }>();
  for (const one of cover) {
    const words = wordsOf(mergeEquivalent ? closureOf(one.determinant, cover) : one.determinant);
    const group = groups.get(words) ?? { determinants: [], dependencies: [] };
    groups.set(words, group);
    group.dependencies.push(one);
    if (!group.determinants.some((known) => isSame(known, one.determinant))) group.determinants.push(one.determinant);
  }
  return [...groups.values()];
}

/**
 * A relation with several determinants guards that each determines the others. With that, some dependencies of the cover
 * follow from the rest, and would put an attribute where it depends on something that is no key (Bernstein 1976, section 4).
 */
function withoutTransitive(groups: readonly Group[]): readonly Group[] {
  const mutual = groups.flatMap(({ determinants }) =>
    determinants.flatMap((determinant) => determinants.map((dependents) => ({ determinant, dependents }))),
  );
  let left = groups.flatMap(({ dependencies }) => dependencies);
  for (const one of left) {
    const others = left.filter((other) => other !== one);
    if (isSubset(one.dependents, closureOf(one.determinant, [...mutual, ...others]))) left = others;
  }
  return groups.map(({ determinants, dependencies }) => ({
    determinants,
    dependencies: dependencies.filter((one) => left.includes(one)),
  }));
}

function namedGroup(universe: Universe, { determinants, dependencies }: Group, set: AttributeSet): SynthesisGroup {
  return {
    determinants: determinants.map((one) => universe.namesOf(one)),
    dependencies: dependencies.map(({ determinant, dependents }) => ({
      determinant: universe.namesOf(determinant),
      dependents: universe.namesOf(dependents),
    })),
    attributes: universe.namesOf(set),
  };
}
