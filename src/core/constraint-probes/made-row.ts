import type { Table } from '#core/catalog/catalog.ts';
import type { Result } from '#core/shared/result.ts';

/** By column, as PostgreSQL prints it. */
export type RowValues = ReadonlyMap<string, string | null>;

export interface MadeRow {
  readonly table: Table;
  readonly values: RowValues;
  /** Statements that must come first, without those of the request. */
  readonly before: readonly string[];
  readonly insert: string;
  /** Statements that owe it something, in the same transaction. */
  readonly after: readonly string[];
  /** The new parent that `fresh` asked for. */
  readonly parent: MadeRow | null;
}

export type Made = Result<MadeRow, string>;

/** All statements of a row, in order. */
export function statementsOf({ before, insert, after }: MadeRow): readonly string[] {
  return [...before, insert, ...after];
}
