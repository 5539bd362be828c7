import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { CellText, RunOutcome } from '#core/engine/outcome.ts';
import { comparable, rowsOf, type RowSource } from '#core/normalization/row-source.ts';
import { contradictionsIn, missingCombinations } from '#core/normalization/violating-rows.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import type { WrittenDependency } from '#core/relational/dependency-text.ts';
import type { Breach, NullHandling } from './fresh-discovery.ts';

/**
 * Asks the rows whether a dependency holds, and for those that break it. For a multivalued one NULL always counts as a
 * value equal to itself.
 */
export async function breachOf(
  ask: (sql: string) => Promise<RunOutcome>,
  { table, catalog, nulls, state }: BreachContext,
  dependency: WrittenDependency,
): Promise<Breach> {
  const rowsAsked = rowsOf(table, catalog);
  const { source, dependents } = sourceOf(rowsAsked, dependency, nulls);
  const attributes = table.columns.map(({ name }) => name);
  const isFunctional = dependency.kind === 'functional';
  const question = isFunctional
    ? contradictionsIn(source, { ...dependency, dependents })
    : missingCombinations(rowsAsked, dependency, attributes);
  const last = (await ask(question)).statements.at(-1);
  if (last?.kind !== 'done') {
    return { kind: 'failed', message: last?.kind === 'failed' ? failureText(last.failure) : 'It gave no answer.' };
  }
  const { columns = [], rows = [], rowCount = 0 } = last.result ?? {};
  const brokenBy = !isFunctional || rowCount > rows.length ? null : rowsToGo(rows, dependency.determinant.length);
  return { kind: 'answered', columns, rows, rowCount, brokenBy, state };
}

interface BreachContext {
  readonly table: Table;
  readonly catalog: Catalog;
  readonly nulls: NullHandling;
  readonly state: SnapshotId | null;
}

/**
 * Where no NULL equals another one, rows with a NULL in the determinant agree with no other, and each NULL among the
 * dependents is a value of its own: a column that numbers them says so to a question that takes them for equal.
 */
function sourceOf(
  source: RowSource,
  { determinant, dependents }: FunctionalDependency,
  nulls: NullHandling,
): { readonly source: RowSource; readonly dependents: readonly string[] } {
  const free = dependents.filter((name) => !determinant.includes(name));
  if (nulls === 'equal' || free.length === 0) return { source, dependents };
  const taken = source.columns.map(({ name }) => name);
  const numbers = freeName(taken);
  const isNull = free.map((name) => `${quoteName(name)} is not distinct from null`).join(' or ');
  const isThere = determinant.map((name) => `${quoteName(name)} is distinct from null`);
  const where = isThere.length === 0 ? '' : ` where ${isThere.join(' and ')}`;
  const shown = [...determinant, ...free].map((name) => `${comparable(source, name)} as ${quoteName(name)}`);
  const number = `case when ${isNull} then row_number() over () end as ${quoteName(numbers)}`;
  const sql = `(select ${[...shown, number].join(', ')} from ${source.sql}${where}) as rows`;
  return { source: { sql, columns: [] }, dependents: [...free, numbers] };
}

function freeName(taken: readonly string[]): string {
  let name = 'NULL no.';
  while (taken.includes(name)) name += '.';
  return name;
}

/** Of each group all but its commonest combination: g3 times the number of rows. The last column counts rows. */
function rowsToGo(rows: readonly (readonly CellText[])[], determinantSize: number): number {
  const groups = new Map<string, { all: number; most: number }>();
  for (const row of rows) {
    const key = JSON.stringify(row.slice(0, determinantSize));
    const count = Number(row.at(-1) ?? 0);
    const group = groups.get(key) ?? { all: 0, most: 0 };
    groups.set(key, { all: group.all + count, most: Math.max(group.most, count) });
  }
  return [...groups.values()].reduce((sum, { all, most }) => sum + all - most, 0);
}
