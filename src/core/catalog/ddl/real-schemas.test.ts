import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noLineage } from '#core/catalog/lineage.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { schemaEngine, type SchemaEngine } from '#engine/test-schema-engine.ts';
import { alterScript } from './alter-script.ts';
import { createScript } from './create-script.ts';
import { scriptOf } from './ddl-statement.ts';

/** The data sets of the course that are there for their schema: their first line says so. */
const folder = fileURLToPath(new URL('../../../../lessons/datasets/', import.meta.url));
const schemas = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => ({ name, sql: readFileSync(`${folder}${name}`, 'utf8') }))
  .filter(({ sql }) => sql.startsWith('-- Schema:'));

let engine: SchemaEngine;

beforeAll(async () => {
  engine = await schemaEngine(await createNodeEngine());
});

afterAll(() => engine.close());

describe('schemas of real-world shape', () => {
  it('are ten at least', () => {
    expect(schemas.length).toBeGreaterThanOrEqual(10);
  });

  it.each(schemas)('$name is the same once it is written and read', async ({ sql }) => {
    const catalog = await engine.readAfter(sql);
    expect(catalog.tables.length).toBeGreaterThanOrEqual(Math.min(30, sql.match(/^create table /gim)?.length ?? 0));
    expect(catalog.tables.length).toBeGreaterThan(0);
    const script = scriptOf(createScript(catalog));
    const again = await engine.readAfter(script);
    expect(again).toEqual(catalog);
    expect(alterScript(again, catalog, noLineage)).toEqual([]);
  });
});
