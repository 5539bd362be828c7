import type { Catalog } from '#core/catalog/catalog.ts';
import { startOf } from './draw-design.ts';
import { drawEdit } from './draw-edit.ts';
import type { SchemaEdit } from './schema-edit.ts';

/** Whether a stroke on top of others changes what is drawn. One that can not be made counts, for its problem to be read. */
export function hasEffect(live: Catalog, edits: readonly SchemaEdit[], edit: SchemaEdit): boolean {
  let drawing = startOf(live);
  for (const earlier of edits) {
    const drawn = drawEdit(drawing, earlier);
    if (drawn.ok) drawing = drawn.value;
  }
  const drawn = drawEdit(drawing, edit);
  return !drawn.ok || drawn.value !== drawing;
}
