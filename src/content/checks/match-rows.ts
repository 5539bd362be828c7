import type { CellText } from '#core/engine/outcome.ts';
import { areClose, type CellEquality } from './cell-values.ts';

export type Row = readonly CellText[];

export interface RowMatch {
  /** Places of expected rows that were not found, in order. */
  readonly missing: readonly number[];
  /** Places of found rows that were not expected, in order. */
  readonly extra: readonly number[];
}

/**
 * Pairs the rows of two bags one to one. Without tolerance by counting, in O(n). With tolerance rows are first put
 * together by their exact cells, then paired inside each group by augmenting paths (Kuhn's algorithm), since closeness
 * is no equivalence: greedy pairing could leave two rows over that fit after all.
 */
export function matchRows(
  expected: readonly Row[],
  found: readonly Row[],
  comparisons: readonly CellEquality[],
): RowMatch {
  const groups = new Map<string, { readonly expected: number[]; readonly found: number[] }>();
  const gather = (rows: readonly Row[], side: 'expected' | 'found') => {
    for (const [place, row] of rows.entries()) {
      const key = exactKey(row, comparisons);
      const group = groups.get(key) ?? { expected: [], found: [] };
      group[side].push(place);
      groups.set(key, group);
    }
  };
  gather(expected, 'expected');
  gather(found, 'found');
  const isTolerant = comparisons.some(({ tolerance }) => tolerance > 0);
  const areEqual = (wanted: number, given: number) => areCloseRows(expected[wanted], found[given], comparisons);
  const left = [...groups.values()].map((group) => (isTolerant ? pair(group, areEqual) : surplus(group)));
  return {
    missing: left.flatMap(({ missing }) => missing).toSorted((a, b) => a - b),
    extra: left.flatMap(({ extra }) => extra).toSorted((a, b) => a - b),
  };
}

/** Whether two rows count as the same. */
export function isSameRow(expected: Row, found: Row, comparisons: readonly CellEquality[]): boolean {
  return exactKey(expected, comparisons) === exactKey(found, comparisons) && areCloseRows(expected, found, comparisons);
}

function exactKey(row: Row, comparisons: readonly CellEquality[]): string {
  return JSON.stringify(
    comparisons.map(({ keyOf, tolerance }, column) => (tolerance > 0 ? 0 : keyOf(row[column] ?? null))),
  );
}

function areCloseRows(a: Row | undefined, b: Row | undefined, comparisons: readonly CellEquality[]): boolean {
  return comparisons.every(
    ({ tolerance }, column) => tolerance === 0 || areClose(a?.[column] ?? null, b?.[column] ?? null, tolerance),
  );
}

interface Group {
  readonly expected: readonly number[];
  readonly found: readonly number[];
}

function surplus({ expected, found }: Group): RowMatch {
  return { missing: expected.slice(found.length), extra: found.slice(expected.length) };
}

function pair({ expected, found }: Group, areEqual: (wanted: number, given: number) => boolean): RowMatch {
  const wantedOf = new Map<number, number>();

  function findPartner(wanted: number, seen: Set<number>): boolean {
    for (const given of found) {
      if (seen.has(given) || !areEqual(wanted, given)) continue;
      seen.add(given);
      const rival = wantedOf.get(given);
      if (rival === undefined || findPartner(rival, seen)) {
        wantedOf.set(given, wanted);
        return true;
      }
    }
    return false;
  }

  const missing = expected.filter((wanted) => !findPartner(wanted, new Set()));
  return { missing, extra: found.filter((given) => !wantedOf.has(given)) };
}
