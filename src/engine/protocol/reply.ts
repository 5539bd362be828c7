import type { CellText, Notice, TransactionStatus } from '#core/engine/outcome.ts';

/** One column of a RowDescription message, before its type has a name. */
export interface FieldDescription {
  readonly name: string;
  readonly typeOid: number;
  readonly typeModifier: number;
}

/** An ErrorResponse, with the position as PostgreSQL counts: code points of the statement, from 1. */
export interface ServerError {
  readonly sqlState: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly codePointPosition?: number;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
}

/** How the server ended a statement. */
export type Ending =
  | { readonly kind: 'complete'; readonly commandTag: string }
  | { readonly kind: 'empty' }
  /** `context`: where within the statement, `COPY t, line 3` for instance. */
  | { readonly kind: 'error'; readonly error: ServerError; readonly context?: string };

/** Everything the server answered to one simple query. */
export interface Reply {
  readonly fields: readonly FieldDescription[] | null;
  readonly rows: readonly (readonly CellText[])[];
  readonly rowCount: number;
  readonly notices: readonly Notice[];
  readonly ending: Ending;
  readonly transaction: TransactionStatus;
}
