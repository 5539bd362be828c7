import type { Catalog } from '#core/catalog/catalog.ts';
import { objectKey, sqlName } from '#core/catalog/object-name.ts';
import type { Engine } from '#core/engine/engine.ts';
import { rowsOf } from '#engine/test-questions.ts';
import type { Finding } from './finding.ts';
import { reviewSchema, type Review } from './review-schema.ts';

/** Short ways for the tests of reviews to ask a database; they throw where the answer is none. */

export async function catalogOf(engine: Engine): Promise<Catalog> {
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.error));
  return catalog.value;
}

export async function review(engine: Engine): Promise<Review> {
  const reviewed = await reviewSchema(await catalogOf(engine), (sql) => engine.probe(sql));
  if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.error));
  return reviewed.value;
}

/** `float-money payments.amount`: the rule, and what it is about. */
export function placeOf({ rule, table, columns }: Finding): string {
  return [rule, [table.name, ...columns].join('.')].join(' ');
}

/** How many rows each table of a catalog holds. */
export async function rowCounts(engine: Engine, { tables }: Catalog): Promise<ReadonlyMap<string, string>> {
  const counts = new Map<string, string>();
  for (const table of tables) {
    const [row] = await rowsOf(engine, `select count(*) from ${sqlName(table)}`);
    counts.set(objectKey(table), row?.[0] ?? '');
  }
  return counts;
}
