/**
 * What the database answered, as plain data that survives a structured clone.
 *
 * All positions are UTF-16 offsets into the script that was given to `run`, so that an editor can use them as they are
 * (PostgreSQL itself counts code points within one statement; the engine converts).
 */

export type SqlFailure =
  | StatementFailure
  /** `limitMs`: the run's own time limit did it; without, the learner. */
  | { readonly kind: 'stopped'; readonly afterMs: number; readonly limitMs?: number }
  | { readonly kind: 'engine-lost'; readonly reason: string };

export interface StatementFailure {
  readonly kind: 'statement';
  /** Five characters, see PostgreSQL's appendix A. */
  readonly sqlState: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
  /** UTF-16 offset in the whole script. */
  readonly position?: number;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
}

export interface Notice {
  /** NOTICE, WARNING, INFO, … as PostgreSQL names it. */
  readonly severity: string;
  readonly sqlState: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
}

/** PostgreSQL's own `pg_type.typcategory`, reduced to what decides how a value is drawn and compared. */
export type ValueKind = 'number' | 'text' | 'boolean' | 'date-time' | 'array' | 'json' | 'bytes' | 'other';

export interface ResultColumn {
  readonly name: string;
  /** As `format_type` prints it, modifier included: `numeric(10,2)`, `character varying(40)`, `integer[]`. */
  readonly type: string;
  readonly typeOid: number;
  readonly kind: ValueKind;
}

/** A value as PostgreSQL prints it in text format; NULL is null, and '' is ''. */
export type CellText = string | null;

export interface ResultSet {
  readonly columns: readonly ResultColumn[];
  /** The first rows, at most the run's row limit; by position, so that columns may share a name. */
  readonly rows: readonly (readonly CellText[])[];
  /** How many rows the statement returned in all. */
  readonly rowCount: number;
}

interface StatementSpan {
  /** The statement's own text, without its semicolon and the comments before it. */
  readonly sql: string;
  readonly start: number;
  readonly end: number;
}

export type StatementOutcome =
  | (StatementSpan & {
      readonly kind: 'done';
      /** The command tag without its numbers: SELECT, INSERT, CREATE TABLE, … */
      readonly command: string;
      readonly result: ResultSet | null;
      /** Rows inserted, updated, deleted, merged or copied; null for every other command. */
      readonly affectedRows: number | null;
      readonly notices: readonly Notice[];
      readonly durationMs: number;
    })
  | (StatementSpan & {
      readonly kind: 'failed';
      readonly failure: SqlFailure;
      readonly notices: readonly Notice[];
      readonly durationMs: number;
    })
  /** Stood after a failure and was not sent. With a reason: it is nothing for this server, and was passed over. */
  | (StatementSpan & { readonly kind: 'skipped'; readonly reason?: string });

/** `open`: BEGIN without COMMIT. `failed`: an open transaction in which a statement failed; only ROLLBACK helps. */
export type TransactionStatus = 'idle' | 'open' | 'failed';

export interface RunOutcome {
  readonly statements: readonly StatementOutcome[];
  readonly transaction: TransactionStatus;
  readonly durationMs: number;
}
