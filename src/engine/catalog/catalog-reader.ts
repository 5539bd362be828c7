import * as v from 'valibot';
import type { Catalog, RowCount, Table } from '#core/catalog/catalog.ts';
import type { CellText, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { Postgres } from '#engine/postgres.ts';
import { readNeutrally } from '#engine/neutral-session.ts';
import { catalogDocument, type UncountedTable } from './catalog-document.ts';
import { catalogQuery } from './catalog-query.ts';

/** Counting costs a scan of the table: this much takes some 20 ms. */
const maxBytesToCount = 16 * 1024 * 1024;

/** Reads what the database holds, as the session sees it. Within a failed transaction it fails as any query does. */
export function readCatalog(postgres: Postgres): Promise<Result<Catalog, SqlFailure>> {
  return readNeutrally(postgres, async () => {
    const path = await queryRows(postgres, 'set local search_path to pg_catalog, public, pg_temp');
    return path.ok ? readDocument(postgres) : path;
  });
}

/** Expects the default role and settings, and a search path that no object of the learner's can come first in. */
async function readDocument(postgres: Postgres): Promise<Result<Catalog, SqlFailure>> {
  const answer = await queryRows(postgres, catalogQuery);
  if (!answer.ok) return answer;
  const document = v.parse(catalogDocument, JSON.parse(answer.value[0]?.[0] ?? ''));
  const counts = await countRows(postgres, document.tables);
  if (!counts.ok) return counts;
  const tables = document.tables.map(({ size, ...table }, index): Table => {
    const estimate = { count: Math.round(size.estimatedRows), exact: false };
    return { ...table, rows: counts.value.get(index) ?? estimate };
  });
  return ok({ ...document, tables });
}

/** The exact counts of the tables that are cheap to count, by their places in the list. */
async function countRows(
  postgres: Postgres,
  tables: readonly UncountedTable[],
): Promise<Result<ReadonlyMap<number, RowCount>, SqlFailure>> {
  const counts = tables.flatMap(({ size }, index) =>
    size.bytes > maxBytesToCount ? [] : [`(${index}, (select count(*) from ${size.source}))`],
  );
  if (counts.length === 0) return ok(new Map());
  const answer = await queryRows(postgres, `values ${counts.join(', ')}`);
  if (!answer.ok) return answer;
  return ok(new Map(answer.value.map(([index, count]) => [Number(index), { count: Number(count), exact: true }])));
}

async function queryRows(
  postgres: Postgres,
  sql: string,
): Promise<Result<readonly (readonly CellText[])[], SqlFailure>> {
  const answer = await postgres.query(sql);
  if (!answer.ok) return err({ kind: 'engine-lost', ...answer.error });
  const { ending, rows } = answer.value;
  return ending.kind === 'error' ? err({ kind: 'statement', ...ending.error }) : ok(rows);
}
