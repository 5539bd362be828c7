import type { Catalog } from '#core/catalog/catalog.ts';
import { createNodeEngine } from './node-engine.ts';
import { done } from './test-questions.ts';

/** One database for the tests of schemas, put back to empty before each script. */
export interface SchemaEngine {
  /** The schema that a script leaves in an empty database, without its tables' rows. */
  readAfter(...scripts: readonly string[]): Promise<Catalog>;
  close(): Promise<void>;
}

export async function openSchemaEngine(): Promise<SchemaEngine> {
  const engine = await createNodeEngine();
  const empty = await engine.snapshot();
  if (!empty.ok) throw new Error(JSON.stringify(empty.error));
  return {
    readAfter: async (...scripts) => {
      await engine.restore(empty.value);
      for (const script of scripts) await done(engine, script);
      const catalog = await engine.catalog();
      if (!catalog.ok) throw new Error(JSON.stringify(catalog.error));
      return {
        ...catalog.value,
        tables: catalog.value.tables.map((table) => ({ ...table, rows: { count: 0, exact: true } })),
      };
    },
    close: () => engine.close(),
  };
}
