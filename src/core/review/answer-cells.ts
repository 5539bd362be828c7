import type { ResultSet } from '#core/engine/outcome.ts';

/** A number of the answer's first row. */
export function numberAt({ rows }: ResultSet, place: number): number {
  return Number(rows[0]?.[place] ?? 0);
}

/** A text of the answer's first row, or null. */
export function textAt({ rows }: ResultSet, place: number): string | null {
  return rows[0]?.[place] ?? null;
}
