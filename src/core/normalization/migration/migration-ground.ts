import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { DdlStatement } from '#core/catalog/ddl/ddl-statement.ts';
import type { SplitFacts } from '#core/normalization/split-facts.ts';
import type { TableSplit } from '#core/normalization/table-split.ts';

/**
 * The statements that split a live table: the new tables with types, defaults, checks and keys, the rows moved into them,
 * foreign keys between them, and what hung on the table before: foreign keys of others, indexes, views, sequences. What
 * cannot go along is said in `notes`: triggers and functions are the learner's own words, which nothing here reads.
 */
export interface Migration {
  readonly statements: readonly DdlStatement[];
  /** The table for what moves, and the one for what stays, as they will be. */
  readonly moved: Table;
  readonly kept: Table;
  /** A query for the rows as they were before. */
  readonly join: string;
  /** What is decided on the way, what is carried over and what is not, in sentences with names in backticks. */
  readonly notes: readonly string[];
}

export interface MigrationChoice {
  /** `alter`: the old table stays, with fewer columns. `new-tables`: both parts are new, a view has the old name. */
  readonly style: 'alter' | 'new-tables';
  /** The name of the new table. */
  readonly moved: string;
  /** For `new-tables`: of the table for what stays. */
  readonly kept: string;
  /** For `new-tables`: what becomes of the old table. */
  readonly old: 'renamed' | 'dropped';
}

/** All that a migration is made from. */
export interface MigrationGround {
  readonly catalog: Catalog;
  readonly table: Table;
  readonly split: TableSplit;
  readonly facts: SplitFacts;
}
