import type { Catalog } from '#core/catalog/catalog.ts';
import { noLineage } from '#core/catalog/lineage.ts';
import type { Design } from './design.ts';
import type { SchemaEdit } from './schema-edit.ts';

/** What a schema becomes by the edits, one after the other. Those that can not be made are passed over, and said. */
export function drawDesign(live: Catalog, edits: readonly SchemaEdit[]): Design {
  if (edits.length > 0) throw new Error('not drawn yet');
  return { catalog: live, lineage: noLineage, problems: [] };
}
