import type { ResultColumn, ResultSet } from '#core/engine/outcome.ts';
import { compareCells, type CellComparison } from './cell-values.ts';
import { isSameRow, matchRows, type Row } from './match-rows.ts';
import { pairRows } from './pair-rows.ts';

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
  | RowsDifference
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

/** Both lists are in the same order, rows that resemble each other first, so that they can be read side by side. */
export interface RowsDifference {
  readonly kind: 'rows';
  readonly missing: readonly Row[];
  readonly extra: readonly Row[];
  /** The columns found, in the order of the expected ones; what the extra rows stand under. */
  readonly foundColumns: readonly ResultColumn[];
  /** The place of the one column in which the rows differ, or null where there is none or more than one. */
  readonly loneColumn: number | null;
  /** False where more rows came than are kept: then there are more that differ than these. */
  readonly isComplete: boolean;
}

/** Null where `found` equals `expected` under the contract. */
export function compareResults(
  expected: ResultSet,
  found: ResultSet,
  contract: ResultContract,
): ResultDifference | null {
  const aligned = alignColumns(expected.columns, found.columns, contract.columns);
  if (aligned.kind !== 'aligned') return aligned;
  const { columns } = expected;
  const isComplete = !isCut(expected) && !isCut(found);
  if (!isComplete && expected.rowCount === found.rowCount) return { kind: 'too-large' };
  const foundColumns = columns.map((column, index) => found.columns[aligned.places[index] ?? 0] ?? column);
  const comparisons = columns.map((column, index) =>
    compareCells(column, foundColumns[index] ?? column, contract.tolerance),
  );
  const foundRows = found.rows.map((row) => aligned.places.map((place) => row[place] ?? null));
  const { missing, extra } = matchRows(expected.rows, foundRows, comparisons);
  if (missing.length + extra.length > 0 || !isComplete) {
    // A row is known to be left over only where all rows are known that could match it.
    const paired = pairRows(
      isCut(found) ? [] : rowsAt(expected.rows, missing),
      isCut(expected) ? [] : rowsAt(foundRows, extra),
      comparisons,
    );
    return { kind: 'rows', ...paired, foundColumns, isComplete };
  }
  return contract.order === 'none'
    ? null
    : compareOrder(columns, expected.rows, foundRows, comparisons, contract.order);
}

function isCut({ rows, rowCount }: ResultSet): boolean {
  return rowCount > rows.length;
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
