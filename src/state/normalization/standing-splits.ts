import type { Catalog } from '#core/catalog/catalog.ts';
import { isSameObject, objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { DoneSplit } from './fresh-decompose.ts';

/** The splits whose tables are there, or were split further: one that Undo took back is not among them. */
export function standingSplits(
  splits: readonly DoneSplit[],
  { tables }: Pick<Catalog, 'tables'>,
): readonly DoneSplit[] {
  const there = new Set(tables.map(objectKey));
  return splits
    .toReversed()
    .filter(({ from, into }) => {
      const stands = into.every((table) => there.has(objectKey(table)));
      // A table that gave its name to a view is accounted for by what it was split into.
      if (stands) there.add(objectKey(from));
      return stands;
    })
    .toReversed();
}

/** Those of them that hang together with a table: it came of them, or they came of the same table. */
export function splitsAround(standing: readonly DoneSplit[], table: ObjectName): readonly DoneSplit[] {
  const family = new Set([objectKey(table)]);
  const isNear = ({ from, into }: DoneSplit): boolean => [from, ...into].some((one) => family.has(objectKey(one)));
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { from, into } of standing.filter(isNear)) for (const one of [from, ...into]) family.add(objectKey(one));
  }
  return standing.filter(isNear);
}

/** The table that a split was made of, where one of its tables is gone again. */
export function splitFrom(splits: readonly DoneSplit[], gone: ObjectName): ObjectName | null {
  return splits.findLast(({ into }) => into.some((table) => isSameObject(table, gone)))?.from ?? null;
}
