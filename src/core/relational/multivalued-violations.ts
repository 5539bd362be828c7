import { difference, intersection, isEmpty, isSame, Universe, type AttributeSet } from './attribute-set.ts';
import { basisOf, mixedBits, type BasisBits } from './dependency-basis.ts';
import type { MultivaluedDependency, RelationScheme } from './dependency.ts';

/**
 * What keeps a relation in BCNF from 4NF: implied multivalued dependencies that are not trivial, are more than a functional
 * dependency seen from the other side, and whose determinant is no superkey (Fagin, Multivalued Dependencies and a New
 * Normal Form for Relational Databases, TODS 2(3) 1977). Only stated determinants are asked: if each of them is a
 * superkey, keys imply everything stated, and so no other determinant can offend.
 *
 * For each determinant the finest dependents, the blocks of its basis; of two that say the same the stated one, else the
 * first. A relation is in 4NF exactly if it is in BCNF under both kinds of dependencies and this list is empty.
 */
export function multivaluedViolations(scheme: RelationScheme): readonly MultivaluedDependency[] {
  const universe = new Universe(scheme.attributes);
  const mixed = mixedBits(universe, scheme);
  const seen = new Set<string>();
  return mixed.multivalued.flatMap(({ determinant }) => {
    const words = determinant.join(' ');
    if (seen.has(words)) return [];
    seen.add(words);
    const stated = mixed.multivalued
      .filter((one) => isSame(one.determinant, determinant))
      .map(({ dependents }) => dependents);
    return offendingBlocks(basisOf(mixed, determinant), universe.all(), stated).map((block) => ({
      determinant: universe.namesOf(determinant),
      dependents: universe.namesOf(block),
    }));
  });
}

/**
 * Of the basis of a set, inside some attributes: the blocks that vary on their own, where there are at least two; one of
 * two is enough to name both.
 */
export function offendingBlocks(
  { blocks, determined }: BasisBits,
  inside: AttributeSet,
  preferred: readonly AttributeSet[] = [],
): readonly AttributeSet[] {
  const free = blocks
    .map((block) => intersection(difference(block, determined), inside))
    .filter((block) => !isEmpty(block));
  if (free.length !== 2) return free.length < 2 ? [] : free;
  const isPreferred = (block: AttributeSet): boolean =>
    preferred.some((one) => isSame(difference(one, determined), block));
  return [free.find(isPreferred) ?? free.toSorted(byFirstPlace)[0] ?? inside];
}

/** Disjoint sets in the order of the scheme: the lowest bit of the first word in which they differ. */
function byFirstPlace(one: AttributeSet, other: AttributeSet): number {
  const word = one.findIndex((bits, at) => bits !== other[at]);
  const [left, right] = [one[word] ?? 0, other[word] ?? 0];
  const lowest = (left | right) & -(left | right);
  return (left & lowest) === 0 ? 1 : -1;
}
