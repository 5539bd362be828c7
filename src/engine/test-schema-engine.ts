import type { Catalog } from '#core/catalog/catalog.ts';
import type { Engine } from '#core/engine/engine.ts';
import { done } from './test-questions.ts';

/** One database for the tests of schemas, put back to empty before each reading. */
export interface SchemaEngine {
  /** The schema that scripts leave in an empty database, without its tables' rows. */
  readAfter(...scripts: readonly string[]): Promise<Catalog>;
  close(): Promise<void>;
}

export async function schemaEngine(engine: Engine): Promise<SchemaEngine> {
  const empty = await engine.snapshot();
  if (!empty.ok) throw new Error(JSON.stringify(empty.error));
  return {
    readAfter: async (...scripts) => {
      await engine.restore(empty.value);
      for (const script of scripts) await done(engine, script);
      const catalog = await engine.catalog();
      if (!catalog.ok) throw new Error(JSON.stringify(catalog.error));
      const tables = catalog.value.tables.map((table) => ({ ...table, rows: { count: 0, exact: true } }));
      return { ...catalog.value, tables };
    },
    close: () => engine.close(),
  };
}
