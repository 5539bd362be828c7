import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import type { RunOutcome, SqlFailure, StatementOutcome } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { DeletePreview, Fall, Truth } from './fall.ts';
import { fallScript, type FallDocument } from './fall-script.ts';
import { inboundKeys, wholeOf } from './inbound-keys.ts';
import { readFall } from './read-fall.ts';

/** Runs a script as a question: nothing of it remains. */
export type Ask = (sql: string) => Promise<RunOutcome>;

/** The statement that is previewed and, if the learner says so, run. */
export function deleteStatement(table: ObjectName, condition: string): string {
  const where = condition.trim();
  return `delete from ${sqlName(table)}${where === '' ? '' : ` where ${where}`}`;
}

/**
 * What a delete would do: read from the rows as a tree, and then done by PostgreSQL in a transaction that is put back.
 * Fails where the condition is no SQL, or the database was stopped. Cost: two questions.
 */
export async function previewDelete(
  catalog: Catalog,
  table: Table,
  condition: string,
  ask: Ask,
): Promise<Result<DeletePreview, SqlFailure>> {
  const keys = inboundKeys(catalog);
  const tree = objectKey(wholeOf(catalog, table));
  const where = condition.trim() === '' ? 'true' : condition;
  const read = lastRows((await ask(fallScript(table, where, keys, tree))).statements);
  if (!read.ok) return read;
  // Written by the script's own function.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its shape is that of `fallScript`
  const document = JSON.parse(read.value[0]?.[0] ?? '{}') as FallDocument;
  const fall = readFall(catalog, table, keys, document);
  const statement = deleteStatement(table, condition);
  const truth = await askTruth(catalog, statement, ask);
  return truth.ok ? ok({ statement, fall, truth: truth.value, agree: isSame(fall, truth.value) }) : truth;
}

type Rows = readonly (readonly (string | null)[])[];

function lastRows(statements: readonly StatementOutcome[]): Result<Rows, SqlFailure> {
  const failed = statements.find(({ kind }) => kind === 'failed');
  if (failed?.kind === 'failed') return err(failed.failure);
  const last = statements.at(-1);
  return ok(last?.kind === 'done' ? (last.result?.rows ?? []) : []);
}

/** Deletes, counts, and is put back: what PostgreSQL does is what will happen, triggers included. */
async function askTruth(catalog: Catalog, statement: string, ask: Ask): Promise<Result<Truth, SqlFailure>> {
  const wholes = catalog.tables.filter(({ partitionOf }) => partitionOf === null);
  const count = wholes
    .map((table, place) => `select ${place} as place, count(*) from ${sqlName(table)}`)
    .join(' union all ');
  // A transaction's end is a statement of its own: what is deferred must not look like a failure of the count.
  const { statements } = await ask(`${count};\n${statement}\n;\nset constraints all immediate;\n${count}`);
  const failed = statements.find(({ kind }) => kind === 'failed');
  if (failed?.kind === 'failed') {
    if (failed.failure.kind !== 'statement') return err(failed.failure);
    const { sqlState, message, detail = null } = failed.failure;
    return ok({ kind: 'refused', sqlState, message, detail });
  }
  const before = countsOf(statements[0]);
  const after = countsOf(statements.at(-1));
  const deleted = wholes.map(({ schema, name }, place) => ({
    table: { schema, name },
    count: (before.get(String(place)) ?? 0) - (after.get(String(place)) ?? 0),
  }));
  return ok({ kind: 'went', deleted: deleted.filter(({ count: rows }) => rows !== 0) });
}

function countsOf(outcome: StatementOutcome | undefined): ReadonlyMap<string | null, number> {
  const rows = outcome?.kind === 'done' ? (outcome.result?.rows ?? []) : [];
  return new Map(rows.map(([place = null, count = null]) => [place, Number(count)]));
}

function isSame({ verdict, totals }: Fall, truth: Truth): boolean {
  if (truth.kind === 'refused') return verdict !== 'goes';
  const read = totals
    .filter(({ deleted }) => deleted > 0)
    .map(({ table, deleted }) => `${qualifiedName(table)} ${deleted}`);
  const real = truth.deleted.map(({ table, count }) => `${qualifiedName(table)} ${count}`);
  return verdict !== 'refused' && read.toSorted().join('\n') === real.toSorted().join('\n');
}
