import type { ObjectName } from '#core/catalog/object-name.ts';

/** What a probe is about. A domain, an enum and a length come with a column's type and hold for that column. */
export type ConstraintKind =
  | 'primary key'
  | 'unique'
  | 'foreign key'
  | 'check'
  | 'not null'
  | 'exclusion'
  | 'domain'
  | 'enum'
  | 'length'
  | 'identity'
  | 'generated';

export interface TestedConstraint {
  readonly table: ObjectName;
  readonly kind: ConstraintKind;
  /** As PostgreSQL names it; of a column's own the column's name. */
  readonly name: string;
  /** How it is declared: `unique (email)`. */
  readonly declaration: string;
}

/** What a probe is made to show. */
export type Expectation =
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'refused';
      /** One of them; more than one only where the rows leave PostgreSQL no other choice but its own order. */
      readonly sqlStates: readonly string[];
      /** Names of constraints or columns of which PostgreSQL must name one; empty where it names none. */
      readonly by: readonly string[];
    };

/** What becomes of the row that refers to the one that is deleted or changed. */
export type ChildFate = 'gone' | 'changed' | 'set null' | 'set default' | 'kept';

/** A script of SQL, of which one statement is the one that counts. */
export interface Probe {
  /** One sentence: what is tried, and why it must go so. */
  readonly words: string;
  /** What must be there first; accepted if the plan is right. */
  readonly setup: readonly string[];
  readonly tested: string;
  /** What follows in the same transaction, before deferred constraints are looked at. */
  readonly followUp: readonly string[];
  readonly expected: Expectation;
  readonly child: ChildQuestion | null;
}

/** Asks for the rows that refer, before the tested statement and after it. */
export interface ChildQuestion {
  readonly table: ObjectName;
  readonly sql: string;
  readonly fate: ChildFate;
  /** The columns that the action writes to. */
  readonly columns: readonly string[];
}

/** Rows as PostgreSQL prints them, by column. */
export type ShownRow = Readonly<Record<string, string | null>>;

export interface Refusal {
  readonly sqlState: string;
  readonly message: string;
  readonly detail: string | null;
  /** The constraint or the column that PostgreSQL names. */
  readonly by: string | null;
}

export interface ProbeOutcome {
  readonly probe: Probe;
  /** Null where it was accepted. */
  readonly refusal: Refusal | null;
  /** Whether it was refused as late as the end of the transaction. */
  readonly isAtEnd: boolean;
  readonly before: readonly ShownRow[] | null;
  readonly after: readonly ShownRow[] | null;
  readonly agrees: boolean;
}

/** What the probes of one constraint came to. */
export interface ConstraintTest {
  readonly constraint: TestedConstraint;
  readonly outcomes: readonly ProbeOutcome[];
  /** Which probes could not be made, each with its reason, as sentences. */
  readonly gaps: readonly string[];
}
