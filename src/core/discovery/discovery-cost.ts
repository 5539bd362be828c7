import type { DiscoveryLimits } from './discovery.ts';

/** What a search may come to, before it is started: an upper bound, for how much is ruled out early only the rows say. */
export interface DiscoveryCost {
  /** Sets of columns by size, from the empty one on, up to the largest that may be tried. */
  readonly candidates: readonly number[];
  /** Of all sizes. */
  readonly total: number;
  /** Looks at a row for all of them. */
  readonly looks: number;
  readonly rank: CostRank;
}

/** Under a second; under a minute; longer, perhaps far longer. */
export type CostRank = 'short' | 'long' | 'endless';

/** About what a laptop's browser looks at in a second. */
const looksPerSecond = 50_000_000;

export function discoveryCost(
  columns: number,
  rows: number,
  { determinantSize, threshold = 0 }: Pick<DiscoveryLimits, 'determinantSize'> & { readonly threshold?: number },
): DiscoveryCost {
  const candidates = [1];
  for (let size = 1; size <= Math.min(columns, determinantSize ?? columns); size++) {
    candidates.push(Math.round(((candidates[size - 1] ?? 0) * (columns - size + 1)) / size));
  }
  const total = candidates.reduce((sum, count) => sum + count, 0);
  // Splitting the prefix, and for each other column a look at the first rows, until too many contradict.
  const looks = total * (3 * rows + columns * Math.min(rows, 16 + 4 * threshold * rows));
  return { candidates, total, looks, rank: rankOf(looks / looksPerSecond) };
}

function rankOf(seconds: number): CostRank {
  if (seconds < 1) return 'short';
  return seconds < 60 ? 'long' : 'endless';
}

/** As many columns in a determinant as can be tried in reasonable time, whatever the rows are: all, of narrow tables. */
export function usualSize(columnCount: number): number | null {
  if (columnCount <= 22) return null;
  let size = 1;
  while (discoveryCost(columnCount, 0, { determinantSize: size + 1 }).total <= mostCandidates) size += 1;
  return size;
}

const mostCandidates = 1_000_000;
