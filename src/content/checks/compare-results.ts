import type { ResultColumn, ResultSet } from '#core/engine/outcome.ts';
import { compareCells, type CellComparison } from './cell-values.ts';
import { isSameRow, matchRows, type Row } from './match-rows.ts';

/** What counts as the same result. */
export interface ResultContract {
  /** A bag, a list, or a list in which rows that agree in these columns may stand in any order. */
  readonly order: 'none' | 'total' | readonly string[];
  readonly columns: 'names' | 'positions';
  /** Relative; for floats and numerics only. */
  readonly tolerance: number;
}

export const asBag: ResultContract = { order: 'none', columns: 'positions', tolerance: 0 };

/** The first respect in which a result is not the expected one. */
export type ResultDifference =
  | { readonly kind: 'column-names'; readonly missing: readonly string[]; readonly extra: readonly string[] }
  | { readonly kind: 'column-count' }
  /** More rows than are kept for comparing, as many on both sides. */
  | { readonly kind: 'too-large' }
  /** The rows that differ have the columns of the expected result; none are kept where too many came. */
  | {
      readonly kind: 'rows';
      readonly columns: readonly ResultColumn[];
      readonly missing: readonly Row[];
      readonly extra: readonly Row[];
    }
  /** The same rows, but in another order from `place` on, which counts from 0. */
  | {
      readonly kind: 'order';
      readonly columns: readonly ResultColumn[];
      readonly place: number;
      readonly expected: Row;
      readonly found: Row;
    }
  /** The contract orders by a column that the expected result does not have. */
  | { readonly kind: 'unknown-order-column'; readonly column: string };

/** Null where `found` equals `expected` under the contract. */
export function compareResults(
  expected: ResultSet,
  found: ResultSet,
  contract: ResultContract,
): ResultDifference | null {
  const aligned = alignColumns(expected.columns, found.columns, contract.columns);
  if (aligned.kind !== 'aligned') return aligned;
  const { columns } = expected;
  const isCut = [expected, found].some(({ rows, rowCount }) => rowCount > rows.length);
  if (isCut) {
    return expected.rowCount === found.rowCount
      ? { kind: 'too-large' }
      : { kind: 'rows', columns, missing: [], extra: [] };
  }
  const comparisons = columns.map((column, index) =>
    compareCells(column, found.columns[aligned.places[index] ?? 0] ?? column, contract.tolerance),
  );
  const foundRows = found.rows.map((row) => aligned.places.map((place) => row[place] ?? null));
  const { missing, extra } = matchRows(expected.rows, foundRows, comparisons);
  if (missing.length + extra.length > 0) {
    return { kind: 'rows', columns, missing: rowsAt(expected.rows, missing), extra: rowsAt(foundRows, extra) };
  }
  return contract.order === 'none'
    ? null
    : compareOrder(columns, expected.rows, foundRows, comparisons, contract.order);
}

interface Alignment {
  readonly kind: 'aligned';
  /** For each expected column, where it stands in what was found. */
  readonly places: readonly number[];
}

function alignColumns(
  expected: readonly ResultColumn[],
  found: readonly ResultColumn[],
  by: ResultContract['columns'],
): Alignment | ResultDifference {
  if (by === 'positions') {
    return expected.length === found.length
      ? { kind: 'aligned', places: expected.map((_, place) => place) }
      : { kind: 'column-count' };
  }
  const wanted = numberedNames(expected);
  const given = numberedNames(found);
  const missing = expected.filter((_, place) => !given.includes(wanted[place] ?? '')).map(({ name }) => name);
  const extra = found.filter((_, place) => !wanted.includes(given[place] ?? '')).map(({ name }) => name);
  if (missing.length + extra.length > 0) return { kind: 'column-names', missing, extra };
  return { kind: 'aligned', places: wanted.map((name) => given.indexOf(name)) };
}

/** Names that several columns share are told apart by their order. */
function numberedNames(columns: readonly ResultColumn[]): readonly string[] {
  return columns.map(({ name }, place) => {
    const earlier = columns.slice(0, place).filter((column) => column.name === name).length;
    return `${earlier} ${name}`;
  });
}

function compareOrder(
  columns: readonly ResultColumn[],
  expected: readonly Row[],
  found: readonly Row[],
  comparisons: readonly CellComparison[],
  order: 'total' | readonly string[],
): ResultDifference | null {
  const names = order === 'total' ? columns.map(({ name }) => name) : order;
  const unknown = names.find((name) => columns.every((column) => column.name !== name));
  if (unknown !== undefined) return { kind: 'unknown-order-column', column: unknown };
  const decisive = columns.flatMap(({ name }, place) => (names.includes(name) ? [place] : []));
  const deciding = rowsAt(comparisons, decisive);
  const place = expected.findIndex(
    (row, index) => !isSameRow(rowsAt(row, decisive), rowsAt(found[index] ?? [], decisive), deciding),
  );
  if (place === -1) return null;
  return { kind: 'order', columns, place, expected: expected[place] ?? [], found: found[place] ?? [] };
}

function rowsAt<T>(items: readonly T[], places: readonly number[]): readonly T[] {
  const chosen = new Set(places);
  return items.filter((_, place) => chosen.has(place));
}
