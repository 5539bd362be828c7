import type { Catalog } from '#core/catalog/catalog.ts';
import type { RunOutcome, StatementOutcome, TransactionStatus } from './outcome.ts';

/** How a statement begins that asks. Its tag would not do: CREATE TABLE AS and EXECUTE have that of the query. */
const asks = /^[\s(]*(select|with|values|table|show|explain)\b/i;

/** What writes inside of a query, or is run by EXPLAIN ANALYZE, and functions of PostgreSQL's own that leave something behind. */
const writingWords =
  /\b(insert|update|delete|merge|into|create|refresh|execute|nextval|setval|set_config|setseed|lo_\w+|\w*advisory\w*|pg_(?:notify|stat_reset\w*|create_\w+|drop_\w+|replication_\w+|logical_\w+))\b/i;

/** What begins and ends transactions by itself, so that a failure need not have undone all of it. */
const transactsByItself = /^\s*(call|do|vacuum|reindex|cluster)\b|\bconcurrently\b/i;

/** What does nothing where no transaction is open, but for a warning. */
const endsTransaction = /^\s*(rollback|commit|end|abort)\b/i;

/** Where words are only text: strings, quoted by dollars too, and comments. Names in quotes are names. */
const quotedText = /'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g;

/**
 * `nothing` for a run that left everything as it was, the session too: it only asked. `failed` for one of which nothing
 * remains, because PostgreSQL took it back; numbers that it drew from sequences are spent. `maybe` for all others.
 *
 * Told by the statements' words alone, and in doubt `maybe`. The files are no witness: a query may be the moment at which
 * PostgreSQL writes what it had in memory, clears away dead rows or makes a checkpoint.
 */
export function effectOf(
  outcome: RunOutcome,
  transactionBefore: TransactionStatus,
  catalog: Pick<Catalog, 'functions' | 'views'> | null,
): 'nothing' | 'failed' | 'maybe' {
  const unknown = unknownNames(catalog);
  const reached = outcome.statements.filter((statement) => statement.kind !== 'skipped');
  const failed = reached.find((statement) => statement.kind === 'failed');
  const isRead = reached.every(
    (statement) =>
      statement === failed ||
      onlyReads(statement, unknown) ||
      (transactionBefore === 'idle' && endsTransaction.test(statement.sql)),
  );
  if (!isRead || outcome.transaction !== transactionBefore) return 'maybe';
  if (failed === undefined) return 'nothing';
  // Of a statement that was stopped, or lost with its server, nothing is there.
  const isCutOff = failed.failure.kind !== 'statement';
  const isTakenBack = outcome.transaction === 'idle' && (isCutOff || !transactsByItself.test(withoutText(failed.sql)));
  // Once a transaction has failed, nothing that is refused in it adds to that.
  return isTakenBack || outcome.transaction === 'failed' ? 'failed' : 'maybe';
}

/** Nobody knows what the functions of the database's users do, nor which view calls one. */
function unknownNames(catalog: Pick<Catalog, 'functions' | 'views'> | null): readonly string[] {
  if (catalog === null || catalog.functions.length === 0) return [];
  return [...catalog.functions, ...catalog.views].map(({ name }) => name);
}

function onlyReads(statement: StatementOutcome, unknown: readonly string[]): boolean {
  if (statement.kind !== 'done') return false;
  const sql = withoutText(statement.sql);
  return asks.test(sql) && !writingWords.test(sql) && unknown.every((name) => !mentions(sql, name));
}

function mentions(sql: string, name: string): boolean {
  return sql.toLowerCase().includes(name.toLowerCase());
}

function withoutText(sql: string): string {
  return sql.replaceAll(quotedText, ' ');
}
