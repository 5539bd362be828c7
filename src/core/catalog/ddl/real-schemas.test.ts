import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { noLineage } from '#core/catalog/lineage.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { done } from '#engine/test-questions.ts';
import { alterScript } from './alter-script.ts';
import { createScript } from './create-script.ts';
import { scriptOf } from './ddl-statement.ts';
import { withoutRows } from './test-schemas.ts';

/** The data sets of the course that are there for their schema: their first line says so. */
const folder = fileURLToPath(new URL('../../../../lessons/datasets/', import.meta.url));
const schemas = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => ({ name, sql: readFileSync(`${folder}${name}`, 'utf8') }))
  .filter(({ sql }) => sql.startsWith('-- Schema:'));

let engine: Engine;
let empty: SnapshotId;

beforeAll(async () => {
  engine = await createNodeEngine();
  const kept = await engine.snapshot();
  if (!kept.ok) throw new Error('no snapshot');
  empty = kept.value;
});

afterAll(() => engine.close());

async function read(): Promise<Catalog> {
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.error));
  return withoutRows(catalog.value);
}

async function readAfter(sql: string): Promise<Catalog> {
  await engine.restore(empty);
  await done(engine, sql);
  return read();
}

describe('schemas of real-world shape', () => {
  it('are ten at least', () => {
    expect(schemas.length).toBeGreaterThanOrEqual(10);
  });

  it.each(schemas)('$name is the same once it is written and read', async ({ sql }) => {
    const catalog = await readAfter(sql);
    expect(catalog.tables.length).toBeGreaterThanOrEqual(30);
    const script = scriptOf(createScript(catalog));
    expect(await readAfter(script)).toEqual(catalog);
    expect(scriptOf(createScript(await read()))).toBe(script);
    expect(alterScript(await read(), catalog, noLineage)).toEqual([]);
  });
});
