import type { CellComparison } from './cell-values.ts';
import type { Row } from './match-rows.ts';

/** Longer lists are only sorted: pairing 100,000 rows of six columns would take seconds. */
const pairedRows = 10_000;

export interface PairedRows {
  readonly missing: readonly Row[];
  readonly extra: readonly Row[];
  /** The place of the only column in which the two sides differ, or null. */
  readonly loneColumn: number | null;
}

/**
 * Puts two lists of rows that have no match into one order: first the pairs, row n of one beside row n of the other,
 * then what has no partner, all sorted by value. Partners agree in all columns but one where that holds for every row;
 * else in as many leading columns as possible. O(c · n log n) for n rows of c columns.
 */
export function pairRows(
  missing: readonly Row[],
  extra: readonly Row[],
  comparisons: readonly CellComparison[],
): PairedRows {
  const left = missing.toSorted(sortRows(comparisons));
  const right = extra.toSorted(sortRows(comparisons));
  if (Math.max(left.length, right.length) > pairedRows) return { missing: left, extra: right, loneColumn: null };
  const loneColumn = findLoneColumn(left, right, comparisons);
  const places = comparisons.map((_, place) => place);
  const agreements =
    loneColumn === null
      ? places.slice(1).map((length) => places.slice(0, -length))
      : [places.filter((place) => place !== loneColumn)];
  const pairs = new Map<Row, Row>();
  const isPaired = new Set<Row>();
  const isAlone = (row: Row) => !isPaired.has(row);
  for (const agreement of agreements) {
    const partners = groupRows(right.filter(isAlone), agreement, comparisons);
    if (partners.size === 0) break;
    for (const row of left) {
      if (pairs.has(row)) continue;
      const partner = partners.get(keyOf(row, agreement, comparisons))?.pop();
      if (partner === undefined) continue;
      pairs.set(row, partner);
      isPaired.add(partner);
    }
  }
  return {
    missing: [...left.filter((row) => pairs.has(row)), ...left.filter((row) => !pairs.has(row))],
    extra: [...left.map((row) => pairs.get(row)).filter((row) => row !== undefined), ...right.filter(isAlone)],
    loneColumn,
  };
}

/** The one column without which the two sides are the same bag of rows. */
function findLoneColumn(
  left: readonly Row[],
  right: readonly Row[],
  comparisons: readonly CellComparison[],
): number | null {
  if (left.length !== right.length || comparisons.length < 2) return null;
  const places = comparisons.map((_, place) => place);
  const candidates = places.filter((lone) => {
    const others = places.filter((place) => place !== lone);
    const groups = groupRows(right, others, comparisons);
    return left.every((row) => groups.get(keyOf(row, others, comparisons))?.pop() !== undefined);
  });
  const [only = null] = candidates;
  return candidates.length === 1 ? only : null;
}

/** The rows that agree in these columns, the last of them first, so that the first can be popped. */
function groupRows(rows: readonly Row[], places: readonly number[], comparisons: readonly CellComparison[]) {
  const groups = new Map<string, Row[]>();
  for (const row of rows.toReversed()) {
    const key = keyOf(row, places, comparisons);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function keyOf(row: Row, places: readonly number[], comparisons: readonly CellComparison[]): string {
  return JSON.stringify(places.map((place) => comparisons[place]?.keyOf(row[place] ?? null)));
}

function sortRows(comparisons: readonly CellComparison[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const [place, { sort }] of comparisons.entries()) {
      const difference = sort(a[place] ?? null, b[place] ?? null);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
