import type { Catalog } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import type { DdlStatement } from './ddl-statement.ts';

/** The statements that turn the live catalog into the wanted one, in an order in which they run, keeping the rows. */
export function alterScript(live: Catalog, wanted: Catalog, lineage: Lineage): readonly DdlStatement[] {
  throw new Error(`not written yet: ${live.tables.length}, ${wanted.tables.length}, ${lineage.tables.size} tables`);
}
