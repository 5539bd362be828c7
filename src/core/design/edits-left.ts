import type { Catalog } from '#core/catalog/catalog.ts';
import { drawDesign, startOf } from './draw-design.ts';
import { drawEdit } from './draw-edit.ts';
import { isSameSchema } from './same-schema.ts';
import type { SchemaEdit } from './schema-edit.ts';

/**
 * The edits that are still to be run after the live catalog went from `before` to `after`. All fall away when `after` is
 * what was drawn; else those that change nothing there, because something that was run has done the same. One that can
 * not be made any more stays, for its problem to be read.
 */
export function editsLeft(before: Catalog, after: Catalog, edits: readonly SchemaEdit[]): readonly SchemaEdit[] {
  if (edits.length === 0) return edits;
  const drawn = drawDesign(before, edits);
  if (drawn.problems.length === 0 && !isSameSchema(before, after) && isSameSchema(drawn.catalog, after)) return [];
  let drawing = startOf(after);
  const left = edits.filter((edit) => {
    const next = drawEdit(drawing, edit);
    if (!next.ok) return true;
    const changes = next.value !== drawing;
    drawing = next.value;
    return changes;
  });
  return left.length === edits.length ? edits : left;
}
