import type { StatementOutcome } from '#core/engine/outcome.ts';
import { formatQuantity } from '#ui/format-quantity.ts';

type DoneStatement = Extract<StatementOutcome, { kind: 'done' }>;

const rowVerbs: Readonly<Record<string, string>> = {
  INSERT: 'inserted',
  UPDATE: 'changed',
  DELETE: 'deleted',
  MERGE: 'merged',
  COPY: 'copied',
};

/** What a statement did, in a few words: "31 rows changed", "12 rows", "CREATE TABLE". */
export function statementSummary({ command, affectedRows, result }: DoneStatement): string {
  if (affectedRows !== null) return `${formatQuantity(affectedRows, 'row')} ${rowVerbs[command] ?? 'affected'}`;
  return result === null ? command : formatQuantity(result.rowCount, 'row');
}
