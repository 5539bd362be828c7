import { difference, placesOf, without, type AttributeSet } from './attribute-set.ts';

/**
 * Drops attributes, later ones first, until what is left would not be enough without any of them; those of `always` stay.
 * Whatever is enough must be so with more.
 */
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
