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
  readonly collation: string | null;
  readonly comment: string | null;
}

export interface Key {
  readonly name: string;
  readonly columns: readonly string[];
  readonly deferrable: boolean;
  readonly nullsNotDistinct: boolean;
}

export interface CheckConstraint {
  readonly name: string;
  /** Without the word CHECK and its parentheses. */
  readonly expression: string;
  readonly validated: boolean;
}

export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: { readonly schema: string; readonly table: string; readonly columns: readonly string[] };
  readonly onDelete: ReferentialAction;
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
}

export interface Routine {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'function' | 'procedure' | 'aggregate' | 'window';
  readonly arguments: string;
  readonly returns: string | null;
  readonly language: string;
}

export interface UserType {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'enum' | 'domain' | 'composite' | 'range';
  /** Labels of an enum, in order; empty for the others. */
  readonly labels: readonly string[];
}

export interface Sequence {
  readonly schema: string;
  readonly name: string;
  /** The column that owns it, as schema.table.column, or null. */
  readonly ownedBy: string | null;
}
