import type { ObjectName } from './object-name.ts';

/**
 * What a database holds, as its users named it: system schemas left out, names unquoted, expressions as PostgreSQL
 * prints them. Lists are sorted by name except where order carries meaning (columns, key columns).
 */
export interface Catalog {
  /** Schemas that a user made, and `public`. */
  readonly schemas: readonly string[];
  readonly tables: readonly Table[];
  readonly views: readonly View[];
  readonly functions: readonly Routine[];
  /** Enums and domains. */
  readonly types: readonly UserType[];
  readonly sequences: readonly Sequence[];
}

export interface Table {
  readonly schema: string;
  readonly name: string;
  readonly persistence: 'permanent' | 'unlogged' | 'temporary';
  readonly columns: readonly Column[];
  readonly primaryKey: Key | null;
  readonly uniques: readonly Key[];
  readonly checks: readonly CheckConstraint[];
  readonly exclusions: readonly Exclusion[];
  readonly foreignKeys: readonly ForeignKey[];
  /** All indexes, those behind keys included. */
  readonly indexes: readonly Index[];
  readonly triggers: readonly Trigger[];
  /** Set on a partitioned table. */
  readonly partitioning: Partitioning | null;
  /** Set on a partition. */
  readonly partitionOf: { readonly schema: string; readonly table: string; readonly bounds: string } | null;
  readonly rows: RowCount;
  readonly comment: string | null;
}

/** Counted where that is cheap; above that the planner's estimate. */
export interface RowCount {
  readonly count: number;
  readonly exact: boolean;
}

export interface Column {
  readonly name: string;
  /** As `format_type` prints it. */
  readonly type: string;
  readonly notNull: boolean;
  /** The DEFAULT expression, or null. */
  readonly default: string | null;
  readonly identity: 'always' | 'by default' | null;
  /** The GENERATED ALWAYS AS expression, or null. */
  readonly generated: string | null;
  /** Where its value is: kept with the row, or computed when it is read. Null where it is not generated. */
  readonly generation: 'stored' | 'virtual' | null;
  readonly collation: string | null;
  readonly comment: string | null;
}

export interface Key {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that the index behind it carries along. */
  readonly include: readonly string[];
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
  readonly nullsNotDistinct: boolean;
}

export interface CheckConstraint {
  readonly name: string;
  /** Without the word CHECK and its parentheses. */
  readonly expression: string;
  readonly validated: boolean;
}

/** EXCLUDE: no two rows for which all of these comparisons hold. */
export interface Exclusion {
  readonly name: string;
  readonly method: string;
  readonly elements: readonly {
    /** A column's name, or an expression as PostgreSQL prints it. */
    readonly expression: string;
    readonly isExpression: boolean;
    readonly operator: string;
  }[];
  /** The predicate, or null. */
  readonly where: string | null;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
}

export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: { readonly schema: string; readonly table: string; readonly columns: readonly string[] };
  /** MATCH FULL takes a key of several columns wholly or all NULL. */
  readonly match: 'simple' | 'full';
  readonly onDelete: ReferentialAction;
  /** The columns that ON DELETE SET NULL or SET DEFAULT sets; empty means all of them. */
  readonly onDeleteColumns: readonly string[];
  readonly onUpdate: ReferentialAction;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
  readonly validated: boolean;
}

export interface Index {
  readonly name: string;
  readonly method: string;
  readonly unique: boolean;
  /** Belongs to a primary key, unique or exclusion constraint. */
  readonly constraint: string | null;
  readonly columns: readonly IndexColumn[];
  readonly include: readonly string[];
  /** A unique index that takes two NULLs for the same. */
  readonly nullsNotDistinct: boolean;
  /** The predicate of a partial index, or null. */
  readonly where: string | null;
  readonly valid: boolean;
}

export interface IndexColumn {
  /** A column's name, or an expression as PostgreSQL prints it. */
  readonly expression: string;
  readonly isExpression: boolean;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
  /** The operator class where it is not the type's default, or null. */
  readonly operatorClass: string | null;
  readonly collation: string | null;
}

export interface Trigger {
  readonly name: string;
  /** As `pg_get_triggerdef` prints it. */
  readonly definition: string;
  readonly enabled: boolean;
}

export interface Partitioning {
  readonly strategy: 'range' | 'list' | 'hash';
  readonly key: readonly string[];
  readonly partitions: readonly Partition[];
}

export interface Partition {
  readonly schema: string;
  readonly table: string;
  /** As `pg_get_expr(relpartbound)` prints it; DEFAULT for the default partition. */
  readonly bounds: string;
  readonly isDefault: boolean;
}

export interface View {
  readonly schema: string;
  readonly name: string;
  readonly materialized: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly definition: string;
  /** Of a materialized view, which alone can have them. */
  readonly indexes: readonly Index[];
  readonly triggers: readonly Trigger[];
  readonly comment: string | null;
  /** The tables, views and functions that must be there before it. */
  readonly dependsOn: readonly ObjectName[];
}

export interface Routine {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'function' | 'procedure' | 'aggregate' | 'window';
  readonly arguments: string;
  readonly returns: string | null;
  readonly language: string;
  /** As `pg_get_functiondef` prints it; null for an aggregate, which it does not know. */
  readonly definition: string | null;
  /** The tables, views and types of its arguments, its result and a body in SQL. */
  readonly dependsOn: readonly ObjectName[];
}

export interface UserType {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'enum' | 'domain' | 'composite' | 'range';
  /** Labels of an enum, in order; empty for the others. */
  readonly labels: readonly string[];
  /** Null for all but domains. */
  readonly domain: Domain | null;
  /** Of a composite type, in order; empty for the others. */
  readonly attributes: readonly { readonly name: string; readonly type: string }[];
  /** What a range type is a range of; null for the others. */
  readonly subtype: string | null;
}

export interface Domain {
  /** The type it narrows, as `format_type` prints it. */
  readonly type: string;
  readonly notNull: boolean;
  readonly default: string | null;
  readonly collation: string | null;
  /** Their expressions say VALUE where a column would be named. */
  readonly checks: readonly CheckConstraint[];
}

export interface Sequence {
  readonly schema: string;
  readonly name: string;
  /** The column that owns it, as schema.table.column, or null. */
  readonly ownedBy: string | null;
  /** Made for an identity column, with which it comes and goes. */
  readonly isIdentity: boolean;
  readonly type: string;
  /** Whole numbers as text: they may be larger than a JavaScript number holds. */
  readonly start: string;
  readonly increment: string;
  readonly least: string;
  readonly most: string;
  readonly cycles: boolean;
}
