import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import { AskingFailed, type Attempt, type Attempts } from './attempts.ts';
import type { Made } from './made-row.ts';
import type { ShownRow } from './probe.ts';
import { rulesOf, type PartitionConditions, type Rule } from './row-rules.ts';

/** What probes are planned with: the schema, what the catalog does not say of it, and the database that answers. */
export interface Laboratory {
  readonly catalog: Catalog;
  readonly attempt: Attempts;
  readonly rules: (table: Table) => readonly Rule[];
  /** One row that all constraints accept; found once. */
  readonly row: (table: Table) => Promise<Made>;
  /** Why rows that others need could not be made, by what was asked. */
  readonly failures: Map<string, string>;
  /** Names of constraints that PostgreSQL was told not to enforce. */
  readonly notEnforced: (table: Table) => readonly string[];
}

/** A leaf's condition holds all of those above it. */
const partitionQuestion = `
  select n.nspname as schema, c.relname as name, pg_get_partition_constraintdef(leaf.relid) as condition
  from pg_class root
  cross join lateral pg_partition_tree(root.oid) leaf
  cross join lateral pg_partition_ancestors(leaf.relid) above
  join pg_class c on c.oid = above.relid
  join pg_namespace n on n.oid = c.relnamespace
  where root.relkind = 'p' and not root.relispartition and leaf.isleaf`;

const notEnforcedQuestion = `
  select n.nspname as schema, c.relname as table, k.conname as name
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where not k.conenforced`;

export async function openLaboratory(
  catalog: Catalog,
  attempt: Attempts,
  findRow: (laboratory: Laboratory, table: Table) => Promise<Made>,
): Promise<Laboratory> {
  const { answers } = await answered(attempt, [
    { kind: 'question', sql: partitionQuestion },
    { kind: 'question', sql: notEnforcedQuestion },
  ]);
  const partitions = conditionsOf(answers[0] ?? []);
  const loose = answers[1] ?? [];
  const known = new Map<Table, readonly Rule[]>();
  const rows = new Map<Table, Promise<Made>>();
  const laboratory: Laboratory = {
    catalog,
    attempt,
    rules: (table) => {
      const rules = known.get(table) ?? rulesOf(catalog, table, partitions);
      known.set(table, rules);
      return rules;
    },
    row: (table) => {
      const row = rows.get(table) ?? findRow(laboratory, table);
      rows.set(table, row);
      return row;
    },
    failures: new Map(),
    notEnforced: ({ schema, name }) =>
      loose.flatMap((row) => (row['schema'] === schema && row['table'] === name ? [row['name'] ?? ''] : [])),
  };
  return laboratory;
}

/** Whether a row of ours may say NULL there, as far as the column and its domain are asked. */
export function isNullable({ rules }: Laboratory, table: Table, column: string): boolean {
  const isWritten = table.columns.some(({ name, generated }) => name === column && generated === null);
  return isWritten && !rules(table).some(({ kind, name }) => kind === 'not null' && name === column);
}

/** For questions that cannot fail unless the database is gone. */
export async function answered(attempt: Attempts, steps: Parameters<Attempts>[0]): Promise<Attempt> {
  const answer = await attempt(steps);
  if (answer.failure !== null)
    throw new AskingFailed(`PostgreSQL says: ${answer.failure.message} (${answer.failure.sqlState}).`);
  return answer;
}

function conditionsOf(rows: readonly ShownRow[]): PartitionConditions {
  const conditions = new Map<string, string[]>();
  for (const { schema, name, condition } of rows) {
    if (schema == null || name == null) continue;
    const key = objectKey({ schema, name });
    const list = conditions.get(key) ?? [];
    conditions.set(key, list);
    // The only partition of a default has none: it takes everything.
    list.push(condition ?? 'true');
  }
  return conditions;
}
