import { canonicalNumber } from '#core/shared/canonical-number.ts';
import type { CellText, ResultColumn } from '#core/engine/outcome.ts';

/** When two cells of a column count as equal. */
export interface CellEquality {
  /** Equal cells have equal keys, and only they. */
  readonly keyOf: (cell: CellText) => CellText;
  /** Set where numbers count as equal that differ by no more than this part of the greater one. */
  readonly tolerance: number;
}

/** How the cells of one pair of columns are compared. */
export interface CellComparison extends CellEquality {
  /** Sorts cells as a reader would: numbers by value, NULL last. */
  readonly sort: (a: CellText, b: CellText) => number;
}

/** Numbers compare by value, everything else as PostgreSQL prints it. Tolerance is for floats and numerics only. */
export function compareCells(expected: ResultColumn, found: ResultColumn, tolerance: number): CellComparison {
  const areNumbers = expected.kind === 'number' && found.kind === 'number';
  const isTolerant = areNumbers && (hasFraction(expected) || hasFraction(found));
  return {
    keyOf: areNumbers ? numberKey : (cell) => cell,
    sort: areNumbers ? sortNumbers : sortTexts,
    tolerance: isTolerant ? tolerance : 0,
  };
}

export function areClose(a: CellText, b: CellText, tolerance: number): boolean {
  if (a === null || b === null) return a === b;
  const [left, right] = [Number(a), Number(b)];
  // Infinity is within any part of itself of every number.
  if (!Number.isFinite(left) || !Number.isFinite(right)) return Object.is(left, right);
  return Math.abs(left - right) <= tolerance * Math.max(Math.abs(left), Math.abs(right));
}

function hasFraction({ type }: ResultColumn): boolean {
  return /^(real|double precision|numeric)\b/.test(type);
}

function sortNumbers(a: CellText, b: CellText): number {
  const difference = a === null || b === null ? 0 : Number(a) - Number(b);
  // Numbers too close for a float, equal infinities and NaN are told apart by their spelling.
  return difference || sortTexts(numberKey(a), numberKey(b));
}

function sortTexts(a: CellText, b: CellText): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function numberKey(cell: CellText): CellText {
  return cell === null ? null : canonicalNumber(cell);
}
