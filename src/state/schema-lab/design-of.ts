import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { drawDesign } from '#core/design/draw-design.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';
import type { AppState } from '#state/app-state.ts';

let last: { readonly live: Catalog; readonly edits: readonly SchemaEdit[]; readonly design: Design } | null = null;

/** The schema as it is drawn now, the same object as long as nothing was drawn or run; null while there is no catalog. */
export function designOf({ catalog, edits }: Pick<AppState, 'catalog' | 'edits'>): Design | null {
  if (catalog === null) return null;
  if (last?.live !== catalog || last.edits !== edits) {
    last = { live: catalog, edits, design: drawDesign(catalog, edits) };
  }
  return last.design;
}
