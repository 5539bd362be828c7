import type { ForeignKey } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { Laboratory } from './laboratory.ts';
import type { RowValues } from './made-row.ts';
import type { RowRequest } from './row-request.ts';
import { typedFor } from './insert-row.ts';

/** A row that is there already and to which this one may refer. */
export async function existingParent(
  laboratory: Laboratory,
  { table, isApart = false, skips = () => false }: RowRequest,
  { columns, references }: ForeignKey,
  values: RowValues,
  setup: readonly string[],
): Promise<RowValues | null> {
  const target = { schema: references.schema, name: references.table };
  const keyOf = (name: string): string => `p.${quoteName(references.columns[columns.indexOf(name)] ?? '')}`;
  const typed = (name: string): string => typedFor(laboratory.catalog, table, name, values.get(name) ?? null);
  const filters = columns.filter((name) => values.get(name) != null).map((name) => `${keyOf(name)} = ${typed(name)}`);
  for (const { kind, key } of laboratory.rules(table).filter((rule) => !skips(rule))) {
    // The last columns of a key that are chosen make it free.
    if (kind !== 'unique' || key?.some((name) => columns.includes(name)) !== true) continue;
    if (!key.every((name) => columns.includes(name) || values.get(name) != null)) continue;
    const same = key.map((name) => `t.${quoteName(name)} = ${columns.includes(name) ? keyOf(name) : typed(name)}`);
    filters.push(`not exists (select from ${sqlName(table)} t where ${same.join(' and ')})`);
  }
  for (const other of isApart ? table.foreignKeys : []) {
    const isTaken = other.references.table === references.table && other.references.schema === references.schema;
    if (
      !isTaken ||
      !other.columns.every((name) => values.get(name) != null) ||
      other.columns.some((name) => columns.includes(name))
    )
      continue;
    const same = other.columns.map(
      (name, place) => `p.${quoteName(other.references.columns[place] ?? '')} = ${typed(name)}`,
    );
    filters.push(`not (${same.join(' and ')})`);
  }
  const keys = columns.map((name, place) => `(${keyOf(name)})::text as v${place}`);
  const complete = columns.map((name) => `${keyOf(name)} is not null`);
  const sql = `select ${keys.join(', ')} from ${sqlName(target)} p where ${[...complete, ...filters].join(' and ')} limit 1`;
  const attempt = await laboratory.attempt([
    ...setup.map((statement) => ({ kind: 'statement', sql: statement }) as const),
    { kind: 'question', sql },
  ]);
  const row = attempt.answers[setup.length]?.[0];
  return row === undefined ? null : new Map(columns.map((name, place) => [name, row[`v${place}`] ?? null]));
}
