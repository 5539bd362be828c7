import type { Catalog } from '#core/catalog/catalog.ts';
import type { DdlStatement } from './ddl-statement.ts';

/** The statements that make all that a catalog holds in an empty database, in an order in which they run. */
export function createScript(catalog: Catalog): readonly DdlStatement[] {
  throw new Error(`not written yet: ${catalog.tables.length} tables`);
}
