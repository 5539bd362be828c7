import type { Table } from '#core/catalog/catalog.ts';
import { isUnchanged, type CatalogDiff, type Changes, type TableChange } from '#core/catalog/diff.ts';
import { isSameData } from '#core/shared/same-data.ts';
import type { RunOutcome, SqlFailure, StatementOutcome, TransactionStatus } from './outcome.ts';
import { countRows, statementWords } from './statement-words.ts';

type Done = Extract<StatementOutcome, { kind: 'done' }>;

/** Longer than this nobody reads beside a run. */
const mostPhrases = 4;

/** Commands that have words of their own here, or whose effect the catalog tells. */
const settings = new Set(['SET', 'RESET', 'DISCARD ALL']);
const told = /^(BEGIN|START TRANSACTION|COMMIT|ROLLBACK|SELECT|SHOW|EXPLAIN)$/;

/**
 * What a run changed, in few words: `table product created, 2 rows inserted`. `diff` is what became of the catalog,
 * null where it could not be read.
 */
export function changeWords(
  { statements, transaction }: RunOutcome,
  transactionBefore: TransactionStatus,
  diff: CatalogDiff | null,
): string {
  const done = statements.filter((statement) => statement.kind === 'done');
  const failed = statements.find((statement) => statement.kind === 'failed');
  const counted = rowPhrases(done);
  const objects = diff === null ? [] : [...objectPhrases(diff), ...(counted.length === 0 ? gainPhrases(diff) : [])];
  const session = done.some(({ command }) => settings.has(command)) ? ['session setting'] : [];
  const known = [...objects, ...counted, ...session, ...transactionPhrases(done, transactionBefore, transaction)];
  // What neither rows nor the catalog tell: GRANT, CREATE SCHEMA, ANALYZE, …
  const phrases = known.length > 0 ? known : unknownCommands(done);
  if (failed === undefined) return phrases.length === 0 ? 'changed nothing' : join(phrases);
  const failure = failureWords(failed.failure);
  if (transaction === 'failed' && transactionBefore !== 'failed')
    return then(phrases, `${failure}: transaction failed`);
  return then(phrases, phrases.length === 0 ? `${failure}: nothing changed` : failure);
}

function rowPhrases(done: readonly Done[]): readonly string[] {
  const counts = new Map<string, Done>();
  for (const statement of done) {
    const { command, affectedRows } = statement;
    if (affectedRows === null || affectedRows === 0) continue;
    const before = counts.get(command)?.affectedRows ?? 0;
    counts.set(command, { ...statement, affectedRows: before + affectedRows });
  }
  if (counts.size > 0) return [...counts.values()].map(statementWords);
  // `0 rows updated` is worth its words when no other row was touched.
  return done
    .filter(({ affectedRows }) => affectedRows === 0)
    .slice(0, 1)
    .map(statementWords);
}

/** Rows that came or went by no statement that counts them: TRUNCATE, a function, a query with an INSERT in it. */
function gainPhrases({ tables }: CatalogDiff): readonly string[] {
  return tables.changed
    .filter(({ rowsGained }) => rowsGained !== 0)
    .map(
      ({ after, rowsGained }) =>
        `${after.name}: ${countRows(Math.abs(rowsGained))} ${rowsGained > 0 ? 'more' : 'fewer'}`,
    );
}

function objectPhrases(diff: CatalogDiff): readonly string[] {
  if (isUnchanged(diff)) return [];
  const { tables, views, functions, types } = diff;
  const altered = tables.changed.filter(({ before, after }) => isRedesigned(before, after));
  // A sequence that a column owns comes and goes with it.
  const sequences = {
    added: diff.sequences.added.filter(({ ownedBy }) => ownedBy === null),
    removed: diff.sequences.removed.filter(({ ownedBy }) => ownedBy === null),
    changed: [],
  };
  return [
    ...phrasesOf('table', { ...tables, changed: [] }),
    ...altered.flatMap(tablePhrases),
    ...phrasesOf('view', views),
    ...phrasesOf('function', functions),
    ...phrasesOf('type', types),
    ...phrasesOf('sequence', sequences),
  ];
}

/** The indexes and triggers of a table have names of their own; everything else is the table, altered. */
function tablePhrases({ before, after, indexes, triggers }: TableChange): readonly string[] {
  const isOnlyParts = !isRedesigned({ ...before, indexes: [], triggers: [] }, { ...after, indexes: [], triggers: [] });
  if (!isOnlyParts) return [`table ${after.name} altered`];
  return [...phrasesOf('index', indexes), ...phrasesOf('trigger', triggers)];
}

function isRedesigned(before: Table, after: Table): boolean {
  return !isSameData({ ...before, rows: null }, { ...after, rows: null });
}

function phrasesOf<Thing extends { readonly name: string }>(
  kind: string,
  { added, removed, changed }: Changes<Thing>,
): readonly string[] {
  return [
    ...added.map(({ name }) => `${kind} ${name} created`),
    ...changed.map(({ after }) => `${kind} ${after.name} altered`),
    ...removed.map(({ name }) => `${kind} ${name} dropped`),
  ];
}

function transactionPhrases(
  done: readonly Done[],
  before: TransactionStatus,
  after: TransactionStatus,
): readonly string[] {
  if (after === before) return [];
  if (after === 'open' && before === 'idle') return ['transaction opened'];
  // That is said with the failure.
  if (after === 'failed') return [];
  const isCommitted = before === 'open' && done.some(({ command }) => command === 'COMMIT');
  return [isCommitted ? 'transaction committed' : 'transaction rolled back'];
}

function unknownCommands(done: readonly Done[]): readonly string[] {
  return [...new Set(done.map(({ command }) => command).filter((command) => !told.test(command)))];
}

function failureWords(failure: SqlFailure): string {
  return failure.kind === 'statement' ? `failed, ${failure.sqlState}` : 'stopped';
}

function then(phrases: readonly string[], end: string): string {
  return phrases.length === 0 ? end : `${join(phrases)}; then ${end}`;
}

function join(phrases: readonly string[]): string {
  const more = phrases.length - mostPhrases;
  return more > 0 ? `${phrases.slice(0, mostPhrases).join(', ')} and ${more} more` : phrases.join(', ');
}
